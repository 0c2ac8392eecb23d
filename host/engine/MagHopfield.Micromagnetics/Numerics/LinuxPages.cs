using System.Runtime.InteropServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>Asks Linux for huge pages (madvise(2), MADV_HUGEPAGE). A refusal changes nothing but speed.</summary>
internal static unsafe partial class LinuxPages
{
    private const int MadviseHugePage = 14;

    public static void AdviseHuge(void* start, nuint bytes)
    {
        try
        {
            _ = Madvise(start, bytes, MadviseHugePage);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library without madvise: ordinary pages.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Madvise(void* start, nuint bytes, int advice);
}
