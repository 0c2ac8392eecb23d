using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Checking;

/// <summary>Does the problem fit into the memory of this machine?</summary>
internal static class MemoryChecks
{
    // Fields of a Dormand-Prince step, of the start and of the checkpoint, three numbers a cell each: seven slopes, trial, m and two copies, torque.
    private const int Fields = 12;

    // Spectra of m and kernel, in numbers a cell. The sums were held against runs of 1400² and 100³ cells: 400 and 450 B a cell in double.
    private const int SpectrumOfFilm = 14, SpectrumOfBody = 22;

    public static IEnumerable<Finding> Of(ProblemFile file)
    {
        Problem p = file.Problem;
        double needed = Bytes(p), there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed > there)
        {
            yield return new(
                Severity.Error,
                file.Source,
                file.LineOf("mesh", "cells"),
                FormattableString.Invariant(
                    $"{(double)p.Mesh.CellCount:0.##e0} cells take about {1e-9 * needed:0.#} GB, this machine has {1e-9 * there:0.#} GB; use fewer cells or single precision (run --ignore-memory tries it all the same)."));
        }
    }

    /// <summary>Memory that a run takes in bytes, roughly.</summary>
    public static double Bytes(Problem problem)
    {
        int number = problem.Precision == Precision.Single ? 4 : 8;
        int spectrum = !problem.Demagnetisation.Enabled ? 0 : problem.Mesh.Nz == 1 ? SpectrumOfFilm : SpectrumOfBody;
        return (double)problem.Mesh.CellCount * number * ((3 * Fields) + spectrum);
    }
}
