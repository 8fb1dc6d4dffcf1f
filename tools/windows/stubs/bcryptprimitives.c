/* wine 8 has no bcryptprimitives.dll!ProcessPrng, which Rust libraries (python-calamine) ask at load time. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG) length);
}
