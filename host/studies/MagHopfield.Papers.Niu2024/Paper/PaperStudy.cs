using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Toml;

namespace MagHopfield.Papers.Niu2024.Paper;

/// <summary>
/// An experiment of Niu et al., PNAS 2024, with four nodes. One more is one more class: the study of all of them finds it.
/// </summary>
public abstract class PaperStudy : Study
{
    // Table 1 as printed, the gold's nodes at the pattern's voltages as in eq. 2.
    private static readonly StudyParameter<string> Film = StudyFilm.Parameter("Film", "niu2024-held");

    /// <summary>Number of random devices.</summary>
    protected static readonly StudyParameter<int> Devices = StudyParameter.Whole(
        "devices", "Number of random devices. Those that are in the folder already are not computed again.", 100, 1) with
    { DecidesResult = false };

    /// <summary>Devices at the same time.</summary>
    protected static readonly StudyParameter<int> Threads = StudyParameter.Threads("Random devices computed at the same time.");

    /// <summary>Declares it.</summary>
    /// <param name="part">Name within the paper, as in "fig3"; empty for the whole of it.</param>
    /// <param name="summary">In one sentence.</param>
    /// <param name="place">Place in the order of the paper.</param>
    /// <param name="cost">Share of the time of the whole, in arbitrary units (seconds on two cores of a shared server).</param>
    protected PaperStudy(string part, string summary, int place, double cost) =>
        (Part, Summary, Place, Cost) = (part, summary, place, cost);

    /// <inheritdoc/>
    public override string Name => $"paper niu2024 {Part}".TrimEnd();

    /// <summary>Name within the paper.</summary>
    public string Part { get; }

    /// <inheritdoc/>
    public override string Summary { get; }

    /// <summary>Place in the order of the paper.</summary>
    public int Place { get; }

    /// <summary>Share of the time of the whole.</summary>
    public double Cost { get; }

    /// <summary>Whether its comparisons are no claims of the paper, but whether our own numbers are converged.</summary>
    public virtual bool ChecksOwnNumbers => false;

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Film];

    /// <inheritdoc/>
    public override StudyFolder Folder => new($"out/niu2024/{(Part.Length > 0 ? Part : "all")}");

    /// <inheritdoc/>
    public sealed override StudyRecord Run(StudyContext context)
    {
        string name = context.Of(Film);
        FilmParameters film = StudyFilm.Load(name, context.Cancellation);
        return film.NodeCount == 4
            ? Run(film, context)
            : throw new ProblemFileException(
                $"--film {name}: the film has {film.NodeCount} nodes, the experiments of Niu 2024 with four nodes need 4.");
    }

    /// <summary>Runs it with a film.</summary>
    /// <param name="film">The film, of four nodes.</param>
    /// <param name="context">Values of the parameters, progress, cancellation, store and folder.</param>
    protected abstract StudyRecord Run(FilmParameters film, StudyContext context);

    /// <summary>Runs another experiment with the same film as a part of this one.</summary>
    /// <param name="part">The other one.</param>
    /// <param name="film">The film.</param>
    /// <param name="context">Its share of this run.</param>
    protected static StudyRecord Run(PaperStudy part, FilmParameters film, StudyContext context) => part.Run(film, context);
}
