' Types into a workbook as a person does: goes to a cell and enters what the keys say, in the locale of the program.
' Environment: TYPING_FORM, TYPING_SAVED (files), TYPING_FILTER (the format to save),
' TYPING_KEYS (a file in UTF-8: the name of the sheet, then a line
' "cell, tab, keys" each).
Sub TypeAll
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    book = StarDesktop.loadComponentFromURL(ConvertToURL(Environ("TYPING_FORM")), "_blank", 0, hidden())
    files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
    keys = createUnoService("com.sun.star.io.TextInputStream")
    keys.setInputStream(files.openFileRead(ConvertToURL(Environ("TYPING_KEYS"))))
    keys.setEncoding("UTF-8")
    book.CurrentController.setActiveSheet(book.Sheets.getByName(keys.readLine()))
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    Dim place(0) As New com.sun.star.beans.PropertyValue
    Dim text(0) As New com.sun.star.beans.PropertyValue
    place(0).Name = "ToPoint"
    text(0).Name = "StringName"
    Do While Not keys.isEOF()
        typed = Split(keys.readLine(), Chr(9))
        If UBound(typed) = 1 Then
            place(0).Value = typed(0)
            text(0).Value = typed(1)
            dispatcher.executeDispatch(book.CurrentController.Frame, ".uno:GoToCell", "", 0, place())
            dispatcher.executeDispatch(book.CurrentController.Frame, ".uno:EnterString", "", 0, text())
        End If
    Loop
    keys.closeInput()
    Dim excel(0) As New com.sun.star.beans.PropertyValue
    excel(0).Name = "FilterName"
    excel(0).Value = Environ("TYPING_FILTER")
    book.storeToURL(ConvertToURL(Environ("TYPING_SAVED")), excel())
    book.close(True)
    StarDesktop.terminate()
End Sub
