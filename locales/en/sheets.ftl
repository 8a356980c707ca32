# Files with rows and cells: what the server says when one cannot be read, and the headings of those it writes.

## A file that cannot be read
error-sheet-empty = The file is empty.
error-sheet-broken = The file could not be read. Open it in your spreadsheet program, save it again and try once more.
error-sheet-kind = This is not the right kind of file. Choose an Excel file (.xlsx) or a CSV file.
error-sheet-old-excel = This is an Excel file of the old kind (.xls). Save it as .xlsx and try again.
error-sheet-size = The file is larger than { $most } megabytes and was not taken.
error-sheet-unpacked = The file unpacks to more than { $most } megabytes and was not opened.
error-sheet-cells = The file has more than { $most } filled cells. Remove what is not needed and try again.
error-sheet-columns = The file has more than { $most } columns. Remove those that are not needed and try again.
