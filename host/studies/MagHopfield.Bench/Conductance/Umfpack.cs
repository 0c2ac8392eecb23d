using System.Reflection;
using System.Runtime.InteropServices;

namespace MagHopfield.Bench.Conductance;

/// <summary>
/// The few functions of UMFPACK (T. Davis, ACM Trans. Math. Softw. 30, 196 (2004)) that the peer needs, where the library is installed.
/// </summary>
internal static unsafe partial class Umfpack
{
    private const string Library = "libumfpack.so.5";
    public const int Ok = 0;
    public const int ControlLength = 20;
    public const int InfoLength = 90;
    public const int RefinementSteps = 7;
    public const int SizeOfUnit = 3;
    public const int PeakMemory = 41;
    public const int System = 0;

    /// <summary>Whether the library is installed.</summary>
    public static bool IsInstalled =>
        NativeLibrary.TryLoad(Library, Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out _);

    [LibraryImport(Library, EntryPoint = "umfpack_di_defaults")]
    public static partial void Defaults(double* control);

    [LibraryImport(Library, EntryPoint = "umfpack_di_symbolic")]
    public static partial int Symbolic(
        int rows, int columns, int* start, int* index, double* value, out nint symbolic, double* control, double* info);

    [LibraryImport(Library, EntryPoint = "umfpack_di_numeric")]
    public static partial int Numeric(
        int* start, int* index, double* value, nint symbolic, out nint numeric, double* control, double* info);

    [LibraryImport(Library, EntryPoint = "umfpack_di_solve")]
    public static partial int Solve(
        int system, int* start, int* index, double* value, double* x, double* b, nint numeric, double* control, double* info);

    [LibraryImport(Library, EntryPoint = "umfpack_di_free_symbolic")]
    public static partial void FreeSymbolic(ref nint symbolic);

    [LibraryImport(Library, EntryPoint = "umfpack_di_free_numeric")]
    public static partial void FreeNumeric(ref nint numeric);
}
