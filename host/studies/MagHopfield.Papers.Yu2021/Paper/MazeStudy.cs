using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Toml;

namespace MagHopfield.Papers.Yu2021.Paper;

/// <summary>An experiment of Yu et al., PRB 2021, with a film that its own current re-writes.</summary>
/// <param name="part">Name within the paper, as in "fig1".</param>
/// <param name="summary">In one sentence.</param>
/// <param name="nodes">Number of nodes that the film must have; 0 for any.</param>
public abstract class MazeStudy(string part, string summary, int nodes) : Study
{
    private static readonly StudyParameter<string> Film = StudyFilm.Parameter("Film without gold", "yu2021");

    /// <summary>Number of mazes.</summary>
    protected static readonly StudyParameter<int> Mazes = StudyParameter.Whole(
        "mazes", "Number of mazes, each from a seed of its own. Those that are in the folder already are not computed again.", 20, 1);

    /// <summary>Seed of the first maze.</summary>
    protected static readonly StudyParameter<int> FirstSeed = StudyParameter.Whole("first-seed", "Seed of the first maze.", 1, 0);

    /// <summary>Mazes at the same time.</summary>
    protected static readonly StudyParameter<int> Threads = StudyParameter.Threads("Films computed at the same time.");

    /// <inheritdoc/>
    public sealed override string Name => $"paper yu2021 {part}";

    /// <inheritdoc/>
    public sealed override string Summary => summary;

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Film, Mazes, FirstSeed, Threads];

    /// <inheritdoc/>
    public sealed override StudyFolder Folder => new($"out/yu2021/{part}");

    /// <inheritdoc/>
    public sealed override StudyRecord Run(StudyContext context)
    {
        string name = context.Of(Film);
        FilmParameters film = StudyFilm.Load(name, context.Cancellation);
        if (film.Gold is not null)
        {
            throw new ProblemFileException(
                $"--film {name}: pulses re-write this film through a layer of gold, and that of Yu 2021 is re-written by its own current; "
                + "give yu2021 or a file without [gold].");
        }

        return nodes == 0 || film.NodeCount == nodes
            ? Run(film, context)
            : throw new ProblemFileException($"--film {name}: the film has {film.NodeCount} nodes, this experiment needs {nodes}.");
    }

    /// <summary>Seeds of the mazes.</summary>
    /// <param name="context">Values of the parameters.</param>
    protected static int[] Seeds(StudyContext context) => [.. Enumerable.Range(context.Of(FirstSeed), context.Of(Mazes))];

    /// <summary>Runs it with a film.</summary>
    /// <param name="film">The film.</param>
    /// <param name="context">Values of the parameters, progress, cancellation, store and folder.</param>
    protected abstract StudyRecord Run(FilmParameters film, StudyContext context);
}
