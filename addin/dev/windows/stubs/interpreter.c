/* python.exe and pythonw.exe: all they do is hand their words to python311.dll. */
#include <windows.h>

int wmain(int count, wchar_t **words)
{
    HMODULE library = LoadLibraryW(L"python311.dll");
    if (!library) return 120;
    int (*run)(int, wchar_t **) = (int (*)(int, wchar_t **)) GetProcAddress(library, "Py_Main");
    return run ? run(count, words) : 121;
}
