using System.Globalization;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Model.Files;
using MagHopfield.Model.Output;
using MagHopfield.Model.Problems;
using MagHopfield.Store;

namespace MagHopfield.Model.Running;

/// <summary>Runs a problem from its file to a folder of results.</summary>
public static class ProblemRun
{
    // Below this number of cells a step is too short to be worth sharing.
    private const int CellsForThreads = 8192;

    /// <summary>
    /// Runs a problem. The folder then holds the table, the fields as OVF 2.0, their pictures, the bibliography of the models used, the
    /// problem file and a record of the run; every file is whole or absent.
    /// </summary>
    /// <param name="file">The problem.</param>
    /// <param name="folder">Folder of the results; made if it does not exist.</param>
    /// <param name="resume">
    /// Whether an interrupted run goes on from its checkpoint; table and fields then are what they would have been, bit for bit.
    /// </param>
    /// <param name="command">Command line, for the record.</param>
    /// <param name="observer">Is told how far the run is.</param>
    /// <param name="cancellation">Interrupts the run, which then leaves a checkpoint.</param>
    /// <exception cref="ProblemFileException">The problem cannot be run; one line says why and how to mend it.</exception>
    /// <exception cref="RunInterruptedException">The run was cancelled and left a checkpoint.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static RunOutcome Execute(
        ProblemFile file, string folder, bool resume, string command, IRunObserver observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(observer);
        DateTime started = DateTime.UtcNow;
        using RunFolder results = new(folder, resume);
        int threads = file.Problem.Mesh.CellCount < CellsForThreads ? 1 : Math.Min(Environment.ProcessorCount, 1024);
        using ThreadTeam team = new(threads);
        RunOutcome outcome;
        try
        {
            outcome = file.Problem.Precision == Precision.Single
                ? new Runner<float>(file, results, observer, team, cancellation).Run(resume)
                : new Runner<double>(file, results, observer, team, cancellation).Run(resume);
        }
        catch (ArithmeticException e)
        {
            throw new ProblemFileException($"{file.Source}: {e.Message}", e);
        }
        catch (OutOfMemoryException e)
        {
            throw new ProblemFileException(
                string.Create(CultureInfo.InvariantCulture,
                    $"{file.Source}({file.LineOf("mesh", "cells")}): {(double)file.Problem.Mesh.CellCount:0.##e0} cells do not fit into "
                    + $"memory; use fewer cells or single precision."),
                e);
        }
        catch (ArgumentException e)
        {
            throw new ProblemFileException($"{file.Source}: {e.Message.Replace($" (Parameter '{e.ParamName}')", "")}", e);
        }

        WholeFile.Write(results.PathOf("problem.toml"), file.Text);
        WholeFile.Write(results.PathOf("bibliography.txt"), Bibliography.Of(file.Problem));
        WholeFile.Write(results.PathOf("run.json"), ProblemRunRecord.Json(file, outcome.Stages, command, resume, threads, started));
        results.Complete();
        return outcome with { Elapsed = DateTime.UtcNow - started };
    }
}
