using MagHopfield.Store;

namespace MagHopfield.Studies;

/// <summary>What a study runs with.</summary>
public sealed class StudyContext
{
    private readonly IReadOnlyDictionary<StudyParameter, object?> _values;

    /// <summary>A run with values of parameters; what is not among them has its default.</summary>
    /// <param name="values">Values by parameter.</param>
    public StudyContext(IReadOnlyDictionary<StudyParameter, object?>? values = null) =>
        _values = values ?? new Dictionary<StudyParameter, object?>();

    /// <summary>Ends the run early.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Is told how far the run is. Whoever asks for it begins the run: folder and display are opened.</summary>
    public IProgress<StudyProgress> Progress
    {
        get
        {
            Begin?.Invoke();
            return Display;
        }
    }

    /// <summary>Keeps what is done through an interruption; keeps nothing where the study is measured or has no folder.</summary>
    public ResultStore Store
    {
        get
        {
            Begin?.Invoke();
            return Parts();
        }
    }

    /// <summary>The command line that makes the result again.</summary>
    public string Command { get; init; } = "";

    /// <summary>The folder of results that was given; empty where the study has none.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Tells the user something in a line, beside the results.</summary>
    public Action<string> Tell { get; init; } = static _ => { };

    internal IProgress<StudyProgress> Display { get; init; } = new ProgressShare(null, "", 0, 1);

    internal Action? Begin { get; init; }

    internal Func<ResultStore> Parts { get; init; } = static () => ResultStore.None;

    internal Func<string, string>? Staged { get; init; }

    internal Func<string, string, string, WholeFile> Open { get; init; } = static (path, firstLine, kind) =>
        new(path, firstLine, kind, false);

    /// <summary>Value of a parameter.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="parameter">The parameter.</param>
    public T Of<T>(StudyParameter<T> parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return (T)(_values.TryGetValue(parameter, out object? value) ? value : parameter.Value([], out _))!;
    }

    /// <summary>Path of a file of the results while the study runs.</summary>
    /// <param name="name">Name of the file.</param>
    public string PathOf(string name)
    {
        Begin?.Invoke();
        return Staged?.Invoke(name) ?? throw new InvalidOperationException($"{name}: this study has no folder.");
    }

    /// <summary>Opens a file that is whole or absent. One of the same kind, told by its first line, is replaced; another one only where the
    /// user said so.</summary>
    /// <param name="path">The file.</param>
    /// <param name="firstLine">First line of every file of its kind.</param>
    /// <param name="kind">What it is, in messages.</param>
    /// <exception cref="IOException">It cannot be written, or is another one.</exception>
    public WholeFile OpenFile(string path, string firstLine, string kind) => Open(path, firstLine, kind);

    /// <summary>The same run as a part of it: its progress is a share of the whole.</summary>
    /// <param name="name">Put before every activity.</param>
    /// <param name="from">Share of the whole that is done before, 0 … 1.</param>
    /// <param name="to">Share done after it.</param>
    public StudyContext Part(string name, double from, double to) => new(_values)
    {
        Cancellation = Cancellation,
        Command = Command,
        Folder = Folder,
        Tell = Tell,
        Display = new ProgressShare(Display, name, from, to),
        Begin = Begin,
        Parts = Parts,
        Staged = Staged,
        Open = Open,
    };
}
