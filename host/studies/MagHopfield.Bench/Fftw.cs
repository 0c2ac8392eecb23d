using System.Reflection;
using System.Runtime.InteropServices;

namespace MagHopfield.Bench;

/// <summary>The few functions of FFTW 3 (M. Frigo and S. Johnson) that the peer needs, where the library is installed.</summary>
internal static unsafe partial class Fftw
{
    private const string Double = "libfftw3.so.3";
    private const string Single = "libfftw3f.so.3";
    public const uint Measure = 0;
    public const int Forward = -1;
    public const int Backward = 1;

    /// <summary>Whether both precisions are installed.</summary>
    public static bool IsInstalled =>
        NativeLibrary.TryLoad(Double, Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out _)
        && NativeLibrary.TryLoad(Single, Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out _);

    [LibraryImport(Double, EntryPoint = "fftw_malloc")]
    public static partial void* Allocate(nuint bytes);

    [LibraryImport(Double, EntryPoint = "fftw_free")]
    public static partial void Free(void* memory);

    [LibraryImport(Double, EntryPoint = "fftw_plan_many_dft_r2c")]
    public static partial nint PlanRealToComplex(
        int rank,
        int* n,
        int howMany,
        double* input,
        int* inEmbed,
        int inStride,
        int inDistance,
        double* output,
        int* outEmbed,
        int outStride,
        int outDistance,
        uint flags);

    [LibraryImport(Single, EntryPoint = "fftwf_plan_many_dft_r2c")]
    public static partial nint PlanRealToComplex(
        int rank,
        int* n,
        int howMany,
        float* input,
        int* inEmbed,
        int inStride,
        int inDistance,
        float* output,
        int* outEmbed,
        int outStride,
        int outDistance,
        uint flags);

    [LibraryImport(Double, EntryPoint = "fftw_plan_many_dft_c2r")]
    public static partial nint PlanComplexToReal(
        int rank,
        int* n,
        int howMany,
        double* input,
        int* inEmbed,
        int inStride,
        int inDistance,
        double* output,
        int* outEmbed,
        int outStride,
        int outDistance,
        uint flags);

    [LibraryImport(Single, EntryPoint = "fftwf_plan_many_dft_c2r")]
    public static partial nint PlanComplexToReal(
        int rank,
        int* n,
        int howMany,
        float* input,
        int* inEmbed,
        int inStride,
        int inDistance,
        float* output,
        int* outEmbed,
        int outStride,
        int outDistance,
        uint flags);

    [LibraryImport(Double, EntryPoint = "fftw_plan_many_dft")]
    public static partial nint PlanComplex(
        int rank,
        int* n,
        int howMany,
        double* input,
        int* inEmbed,
        int inStride,
        int inDistance,
        double* output,
        int* outEmbed,
        int outStride,
        int outDistance,
        int sign,
        uint flags);

    [LibraryImport(Single, EntryPoint = "fftwf_plan_many_dft")]
    public static partial nint PlanComplex(
        int rank,
        int* n,
        int howMany,
        float* input,
        int* inEmbed,
        int inStride,
        int inDistance,
        float* output,
        int* outEmbed,
        int outStride,
        int outDistance,
        int sign,
        uint flags);

    [LibraryImport(Double, EntryPoint = "fftw_execute_dft")]
    public static partial void ExecuteComplex(nint plan, double* input, double* output);

    [LibraryImport(Single, EntryPoint = "fftwf_execute_dft")]
    public static partial void ExecuteComplex(nint plan, float* input, float* output);

    [LibraryImport(Double, EntryPoint = "fftw_execute_dft_r2c")]
    public static partial void ExecuteRealToComplex(nint plan, double* input, double* output);

    [LibraryImport(Single, EntryPoint = "fftwf_execute_dft_r2c")]
    public static partial void ExecuteRealToComplex(nint plan, float* input, float* output);

    [LibraryImport(Double, EntryPoint = "fftw_execute_dft_c2r")]
    public static partial void ExecuteComplexToReal(nint plan, double* input, double* output);

    [LibraryImport(Single, EntryPoint = "fftwf_execute_dft_c2r")]
    public static partial void ExecuteComplexToReal(nint plan, float* input, float* output);

    [LibraryImport(Double, EntryPoint = "fftw_destroy_plan")]
    public static partial void DestroyDouble(nint plan);

    [LibraryImport(Single, EntryPoint = "fftwf_destroy_plan")]
    public static partial void DestroySingle(nint plan);
}
