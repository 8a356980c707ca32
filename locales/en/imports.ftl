# Programmes and actions from a file: first it is shown what would come.
import-actions = Bring in a programme and actions
import-actions-lead = A row of the file becomes an action. The columns for focus area, goal and target build the programme; what is there already is used as it is. If the action is there already, the row can update it; an empty cell changes nothing. Before anything changes you see all rows, and correct them here.
import-file-hint = Excel (.xlsx) or CSV. Nothing changes when you choose a file.
import-template = Download the template, unless you have a file with the same headings already:
import-ready = All rows can be taken over.
import-open = Rows that wait for you
import-row = Row { $number }: { $title }
import-exists = The programme, or an earlier row, has an action of this title already.
import-decision-SKIP = Leave the row out
import-decision-UPDATE = Update the action with what is new in the row
import-decision-ADD = Add one more of the same title
import-no-update = The row cannot update an action. { $why }
import-differs = This is new in the row
import-same = The row says what the action says already.
import-see-action = See the action
import-all = All rows whose title is there already:
import-all-UPDATE = Update all
import-all-SKIP = Leave all out
import-update-how = An action that is updated gets what the row says. Empty cells, and columns that the file does not have, change nothing. What it said before stays among the action’s earlier versions.
import-correct = Correct the row
import-whole-row = Show the whole row
import-only-faults = Show only the faults
import-drafts = New actions come in as drafts that only your own organisation sees. Changes of published actions are seen by others only when you publish them again. Either all rows are taken over, or none.
import-rows = All rows
import-number = Row
import-what = What happens
import-what-new = New action
import-what-part = Only the programme
import-what-UPDATE = Updated
import-what-SKIP = Left out
import-what-unchanged = Nothing new
import-what-open = Waits for you
import-what-faulty = To be corrected
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
import-unchanged =
    { $count ->
        [one] One row says what its action says already, and is left out.
       *[other] { $count } rows say what their actions say already, and are left out.
    }
import-apply =
    { $count ->
        [one] Take the row over
       *[other] Take { $count } rows over
    }
