using MagHopfield.Model.Files;
using MagHopfield.Model.Running;

namespace MagHopfield.Validation;

/// <summary>How a standard problem is to be run: where, how thoroughly, and who is told of it.</summary>
/// <param name="Folder">Folder for the runs' tables and fields.</param>
/// <param name="Quick">Whether on coarse meshes, for a first look.</param>
/// <param name="Progress">Is told what is done and which share of the problem, 0 to 1, is done.</param>
/// <param name="Cancellation">Ends the runs.</param>
public sealed record ValidationContext(string Folder, bool Quick, Action<string, double>? Progress, CancellationToken Cancellation)
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
        try
        {
            ProblemRun.Execute(
                ProblemFile.Parse(text, file), folder, false, "maghopfield run " + file, new Share(this, name, from, to), Cancellation);
        }
        catch (RunInterruptedException e)
        {
            throw new OperationCanceledException(e.Message, e, Cancellation);
        }
        Progress?.Invoke(name, to);
        return PublishedTable.OfRun(folder);
    }

    private sealed class Share(ValidationContext context, string name, double from, double to) : IRunObserver
    {
        public void Report(int stage, int stages, string activity, double fraction) =>
            context.Progress?.Invoke(name, from + ((to - from) * (stage - 1 + fraction) / stages));
    }
}
