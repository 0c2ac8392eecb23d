using MagHopfield.Store;
using MagHopfield.Studies.Exports;
using MagHopfield.Studies.Records;

namespace MagHopfield.Studies;

/// <summary>Runs a study from its parameters to its files, each of which is whole or absent.</summary>
/// <param name="study">The study.</param>
public sealed class StudyRun(Study study)
{
    /// <summary>File of the page.</summary>
    public const string PageFile = "report.html";

    /// <summary>File of the data.</summary>
    public const string DataFile = "result.json";

    /// <summary>Values of the parameters; what is not among them has its default.</summary>
    public IReadOnlyDictionary<StudyParameter, object?> Values { get; init; } = new Dictionary<StudyParameter, object?>();

    /// <summary>Folder of results; null for the study's own.</summary>
    public string? Folder { get; init; }

    /// <summary>Command line that makes the result again.</summary>
    public string Command { get; init; } = study.Name;

    /// <summary>What tells the results of this run from another one's in the same folder; null for the command line.</summary>
    public string? Key { get; init; }

    /// <summary>Whether results of another command are replaced.</summary>
    public bool Overwrites { get; init; }

    /// <summary>Is told how far it is.</summary>
    public IProgress<StudyProgress>? Progress { get; init; }

    /// <summary>Tells the user something in a line.</summary>
    public Action<string> Tell { get; init; } = static _ => { };

    /// <summary>Is told that the work is over, before the last file is written.</summary>
    public Action? Ended { get; init; }

    /// <summary>Runs the study and writes its files.</summary>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The result, and the files that are there now, with what they are.</returns>
    /// <exception cref="ArgumentException">A parameter is wrong.</exception>
    /// <exception cref="IOException">The folder cannot be written, or holds the results of another command.</exception>
    /// <exception cref="OperationCanceledException">It was ended early; no result was written.</exception>
    public (StudyRecord Record, IReadOnlyList<StudyFile> Files) Execute(CancellationToken cancellation)
    {
        DateTime started = DateTime.UtcNow;
        Check();
        string output = Folder ?? study.Folder?.Default.Replace('/', Path.DirectorySeparatorChar) ?? "";
        ResultFolder? folder = null;
        StudyContext? context = null;
        try
        {
            context = new(Values)
            {
                Cancellation = cancellation,
                Command = Command,
                Folder = output,
                Tell = Tell,
                Display = Progress ?? new ProgressShare(null, "", 0, 1),
                Begin = Begin,
                Parts = Parts,
                Staged = study.Folder is null ? null : name => folder?.StagedPath(name) ?? Path.Combine(output, name),
                Open = (path, firstLine, kind) => new WholeFile(path, firstLine, kind, Overwrites),
            };
            StudyRecord record = study.Run(context);
            Begin();
            Ended?.Invoke();
            return (record, Write(record, folder, output, RunRecord.EndingNow(Command, started), cancellation));
        }
        finally
        {
            folder?.Dispose();
        }

        void Begin()
        {
            if (study.Folder is { IsForPartsOnly: false } declared)
                folder ??= new(
                    declared.Below is null ? output : Path.Combine(output, declared.Below(context!)), Key ?? Command, Overwrites);
        }

        ResultStore Parts()
        {
            if (study.IsMeasured || output.Length == 0)
                return ResultStore.None;
            foreach (string old in EarlierStores.Select(n => Path.Combine(output, n)).Where(Path.Exists))
                Tell($"{Program}: '{old}' is of an earlier version of the program, and not used; it may be removed.");
            return new ResultStore(
                Path.Combine(output, "parts"), ProgramBuild.Of(study.GetType().Assembly), line => Tell($"{Program}: {line}"));
        }
    }

    private const string Program = "maghopfield";

    // What versions before 0.1 kept devices and trainings in.
    private static readonly string[] EarlierStores = ["devices.tsv", "trainings"];

    private void Check()
    {
        foreach (StudyParameter parameter in study.Parameters)
        {
            if (Values.TryGetValue(parameter, out object? value) && parameter.Fault(value) is string fault)
                throw new ArgumentException(fault);
        }
    }

    private List<StudyFile> Write(
        StudyRecord record, ResultFolder? folder, string output, RunRecord run, CancellationToken cancellation)
    {
        if (folder is null)
        {
            foreach ((string name, byte[] content) in record.Files)
            {
                string path = Path.Combine(output, name);
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                WholeFile.Write(path, content);
            }

            return [.. record.Told.Select(f => f with { Name = Path.Combine(output, f.Name) })];
        }

        StudyHtml.Write(folder.StagedPath(PageFile), record, run);
        StudyJson.Write(folder.StagedPath(DataFile), study.Name, record, run);
        foreach (StudyTable table in record.Sections.OfType<StudyTable>().Where(t => t.Name.Length > 0))
            StudyTsv.Write(folder.StagedPath(table.Name + ".tsv"), table);
        foreach ((string name, byte[] content) in record.Files)
            WholeFile.Write(folder.StagedPath(name), content);
        cancellation.ThrowIfCancellationRequested();
        folder.Complete();
        StudyFile[] all = [new("report", PageFile), new("data", DataFile), .. record.Told];
        return [.. all.Select(f => f with { Name = folder.FinalPath(f.Name) })];
    }
}
