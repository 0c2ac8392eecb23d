using MagHopfield.Model.Files;
using MagHopfield.Model.Running;
using MagHopfield.Studies;

namespace MagHopfield.Validation;

/// <summary>How a standard problem is to be run: where, how thoroughly, and who is told of it.</summary>
/// <param name="Folder">Folder for the runs' tables and fields.</param>
/// <param name="Quick">Whether on coarse meshes, for a first look.</param>
/// <param name="Progress">Is told how far the problem is, or null.</param>
/// <param name="Cancellation">Ends the runs.</param>
public sealed record ValidationContext(string Folder, bool Quick, IProgress<StudyProgress>? Progress, CancellationToken Cancellation)
{
    /// <summary>Runs a problem file's text and reads its table.</summary>
    /// <param name="name">Name of the run's folder.</param>
    /// <param name="text">TOML.</param>
    /// <param name="from">Share of the standard problem that is done before.</param>
    /// <param name="to">Share that is done after.</param>
    internal PublishedTable Run(string name, string text, double from, double to)
    {
        string folder = Path.Combine(Folder, name), file = name + ".toml";
        string running = Path.Combine(folder, "running");
        // What an interrupted validation left is of no use.
        if (Directory.Exists(running))
            Directory.Delete(running, recursive: true);
        IProgress<StudyProgress>? part = ProgressShare.Of(Progress, "", from, to);
        try
        {
            ProblemRun.Execute(
                ProblemFile.Parse(text, file), folder, false, "maghopfield run " + file, new Stages(name, part), Cancellation);
        }
        catch (RunInterruptedException e)
        {
            throw new OperationCanceledException(e.Message, e, Cancellation);
        }

        part?.Report(new(name, 1));
        return PublishedTable.OfRun(folder);
    }

    private sealed class Stages(string name, IProgress<StudyProgress>? progress) : IRunObserver
    {
        public void Report(int stage, int stages, string activity, double fraction) =>
            progress?.Report(new(name, (stage - 1 + fraction) / stages));
    }
}
