# Programmes and actions from a file: first it is shown what would come.
import-actions = Bring in a programme and actions
import-actions-lead = A row of the file becomes an action. The columns for focus area, goal and target build the programme; what is there already is used as it is, but a target gets the day that the row gives it. If the action is there already, the row can update it; an empty cell changes nothing. Before anything changes you see all rows, and correct them here.
import-actions-cells = Semicolons or line breaks stand between several things in a cell. A link is an address, with a title and a colon before it if you like: The decision: https://… A milestone begins with its day or year: 2027 Opening. National environmental goals and the UN’s goals are those of the row’s interim target, or of its overall goal if it names no target; what several rows say is added up, and what is chosen already stays.
import-file-hint = Excel (.xlsx) or CSV. Nothing changes when you choose a file.
import-template = Download the template, unless you have a file with the same headings already:
import-own = Or download the programme as it is, change the file and bring it in again:
import-ready = All rows can be taken over.
import-unread = Not recognised, and does not come along
import-unread-column = The column “{ $column }”
import-unread-column-of = The column “{ $column }” in the sheet “{ $sheet }”
import-unread-sheet = The sheet “{ $sheet }”
import-open = Rows that wait for you
import-row = Row { $number }: { $title }
import-row-of-sheet = { $sheet }, row { $number }: { $title }
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
        [one] One row says what the programme says already, and is left out.
       *[other] { $count } rows say what the programme says already, and are left out.
    }
import-nothing = The file says nothing that the programme does not say already.
import-apply =
    { $count ->
        [one] Take the row over
       *[other] Take { $count } rows over
    }

import-values = Bring in values from a file
import-values-lead = The values go to those of the programme’s indicators that they belong to. Before anything changes you see what is new, what changes and what is as it was.
import-values-kolada = Open the answer at Kolada and save it as a file. The programme’s indicators have these numbers there: { $numbers }.
import-values-kolada-open = Open Kolada’s answer for your municipality
import-values-kolada-none = None of the programme’s indicators is in Kolada. Choose indicators from the catalogue, and their numbers will stand here.
import-values-own = Tables of your own
import-values-own-how = A row for each value, or a column for each year. The programme’s indicators stand in the template already:
import-values-no-indicators = The programme has no indicators yet. First add those that you want to follow.
import-values-replaces = Values of the years and days in the file are replaced: agencies revise earlier years too. All other values stay.
import-values-unchanged = All values in the file are there already, and the same.
import-values-counts = New: { $added }. Changing: { $changed }. As they were: { $same }.
import-values-same = As they were: { $list }
import-values-unit = The file counts in { $unit }, the indicator in { $own }. Make sure that the values fit before you take them over.
import-values-unmatched = Belongs to no indicator
import-values-unmatched-lead = This is left out. If some of it is the programme’s, add the indicator and load this page again.
import-values-passed-over = Key figures in Kolada that are not in the catalogue: { $list }
import-values-gone = These indicators have been deleted since the file was read: { $list }. Choose the file once more.
import-values-nobodys = None of the values in the file belongs to an indicator of the programme.
import-values-source-hint = For the values where the file does not say it itself.
import-values-apply = Take the values over
import-values-done = The file has been taken over. Its values are in the programme.
import-values-read =
    { $count ->
        [one] The file has one value. Nothing has changed yet.
       *[other] The file has { $count } values. Nothing has changed yet.
    }
import-values-unmatched-of =
    { $count ->
        [one] { $name }: one value
       *[other] { $name }: { $count } values
    }
