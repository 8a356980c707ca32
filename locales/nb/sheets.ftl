# Filer med rader og celler: hva serveren sier når en ikke kan leses, og overskriftene i dem den skriver selv.

## A file that cannot be read
error-sheet-empty = Filen er tom.
error-sheet-broken = Filen kunne ikke leses. Åpne den i regnearkprogrammet, lagre den på nytt og prøv igjen.
error-sheet-kind = Dette er ikke en fil av riktig type. Velg en Excel-fil (.xlsx) eller en CSV-fil.
error-sheet-old-excel = Dette er en Excel-fil av den gamle typen (.xls). Lagre den som .xlsx og prøv igjen.
error-sheet-size = Filen er større enn { $most } megabyte og ble ikke tatt imot.
error-sheet-unpacked = Filen blir mer enn { $most } megabyte når den er pakket ut, og ble ikke åpnet.
error-sheet-cells = Filen har mer enn { $most } utfylte celler. Fjern det som ikke trengs, og prøv igjen.
error-sheet-columns = Filen har mer enn { $most } kolonner. Fjern dem som ikke trengs, og prøv igjen.
