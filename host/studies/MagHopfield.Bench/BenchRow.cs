namespace MagHopfield.Bench;

/// <summary>One line of the engine's benchmark. Times are medians, in seconds a cell and field evaluation.</summary>
/// <param name="Size">Cells, as in "512×512".</param>
/// <param name="Precision">"single" or "double".</param>
/// <param name="Threads">Threads of the engine.</param>
/// <param name="Field">Exchange and demagnetising field.</param>
/// <param name="Step">A sixth of a Dormand-Prince step: field, torque and the step's vector work.</param>
/// <param name="Demagnetising">The demagnetising field alone.</param>
/// <param name="Fftw">The same demagnetising field by FFTW with one thread, or NaN where FFTW is not installed.</param>
/// <param name="FftwStep">
/// The same step with FFTW's demagnetising field, the rest the engine's, with one thread, or NaN where FFTW is not installed.
/// </param>
/// <param name="Difference">Largest difference between both demagnetising fields relative to the largest field, or NaN.</param>
/// <param name="Oommf">
/// OOMMF 2.1a0 for the same work, double precision, with as many threads, measured on a two-core AMD EPYC at 2.4 GHz, or NaN: a figure for
/// orientation, not of this run.
/// </param>
/// <param name="ArithmeticLimit">
/// Operations of the convolution at FFTW's in-cache rate, threads shared; NaN where FFTW is not installed.
/// </param>
/// <param name="MemoryLimit">Bytes of the convolution at the measured memory bandwidth.</param>
/// <param name="BytesPerCell">Memory of body, fields, kernel, transforms and integrator a cell, in bytes.</param>
/// <param name="AllocatedPerStep">Bytes allocated by one time step.</param>
public sealed record BenchRow(
    string Size,
    string Precision,
    int Threads,
    double Field,
    double Step,
    double Demagnetising,
    double Fftw,
    double FftwStep,
    double Difference,
    double Oommf,
    double ArithmeticLimit,
    double MemoryLimit,
    double BytesPerCell,
    long AllocatedPerStep);
