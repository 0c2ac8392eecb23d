using System.Globalization;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Model.Files;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Checking;

/// <summary>Does the problem fit into the memory of this machine?</summary>
internal static class MemoryChecks
{
    // Fields of a Dormand-Prince step, of the start and of the checkpoint, three numbers a cell each: seven slopes, trial, m and three
    // copies, torque. Terms have numbers of their own.
    private const int Fields = 13;

    // A relaxation instead of the step, with the start that its test for a saddle keeps.
    private static readonly int FieldsOfRelaxation = Relaxation<double>.FieldsHeld + 6;

    // The sums, 424 and 608 B, were held against runs of 1400² cells and, with a current in the plane, of 100³: 466 and 681 B a cell in
    // double, some 60 MB of the program itself among them.
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
                string.Create(CultureInfo.InvariantCulture,
                    $"{(double)p.Mesh.CellCount:0.##e0} cells take about {1e-9 * needed:0.#} GB, this machine has {1e-9 * there:0.#} GB; "
                    + $"use fewer cells or single precision (run --ignore-memory tries it all the same)."));
        }
    }

    /// <summary>Memory that a run takes in bytes, roughly.</summary>
    public static double Bytes(Problem problem)
    {
        int number = problem.Precision == Precision.Single ? 4 : 8;
        bool relaxes = problem.Stages.Any(stage => stage.Kind == StageKind.Relax);
        int fields = relaxes ? Math.Max(Fields, FieldsOfRelaxation) : Fields;
        return (double)problem.Mesh.CellCount * number * ((3 * fields) + problem.Terms.Sum(term => term.NumbersPerCell(problem.Mesh)));
    }
}
