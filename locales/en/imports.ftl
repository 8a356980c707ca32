# Programmes and actions from a file: first it is shown what would come.
import-actions = Bring in a programme and actions
import-actions-lead = A row of the file becomes an action. The columns for focus area, goal and target build the programme; what is there already is used as it is. Before anything changes you see all rows, and correct them here.
import-file-hint = Excel (.xlsx) or CSV. Nothing changes when you choose a file.
import-template = Download the template, unless you have a file with the same headings already:
import-ready = All rows can be taken over.
import-open = Rows that wait for you
import-open-more = More are waiting, and are shown when these are done.
import-row = Row { $number }: { $title }
import-exists = The programme, or an earlier row, has an action of this title already.
import-decision-SKIP = Leave the row out
import-decision-ADD = Add one more of the same title
import-correct = Correct the row
import-whole-row = Show the whole row
import-only-faults = Show only the faults
import-drafts = The actions come in as drafts that only your own organisation sees. Either all rows are taken over, or none.
import-rows = All rows
import-number = Row
import-done = The file has been taken over. The actions are in the programme.
import-to-programme = To the programme
import-lead =
    { $rows ->
        [one] The file has one row. Nothing has changed yet.
       *[other] The file has { $rows } rows. Nothing has changed yet.
    }
import-faulty =
    { $count ->
        [one] One row has something to be corrected.
       *[other] { $count } rows have something to be corrected.
    }
import-undecided =
    { $count ->
        [one] One row has a title that is there already. Say what becomes of it.
       *[other] { $count } rows have titles that are there already. Say what becomes of them.
    }
import-apply =
    { $count ->
        [one] Take the row over
       *[other] Take { $count } rows over
    }
