using System.Globalization;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardStudies.Boards;
using MagHopfield.Shared;
using MagHopfield.Studies.Numbers;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>The same protocol on a board, by SCPI alone, and on the simulator, as a study.</summary>
public sealed class BoardCrossCheckStudy : Study
{
    private const string SessionFile = "session.tsv";

    private static readonly StudyParameter<string> Address = StudyParameter.Text(
        "board", "Address of the board: virtual:FILM, serial:DEVICE@BAUD, tcp:HOST:PORT or replay:FILE.", "virtual", "ADDRESS");

    private static readonly StudyParameter<string?> Film = StudyParameter.TextOrNone(
        "film",
        $"Film of the simulator ({string.Join(", ", BoardOpening.Films)} or a TOML file); that of a virtual board where not given.",
        "NAME|FILE");

    private static readonly StudyParameter<string> Protocol = StudyParameter.Choice(
        "protocol",
        "short: patterns and recalls from one flipped node; niu: the whole experiment, self-test, seven patterns, all recalls from weights "
        + "and by currents, gates.",
        ["short", "niu"], "short|niu");

    private static readonly StudyParameter<string[]> Train = StudyParameter.Texts("train", "Pattern to train; repeat for more.", "PATTERN");

    private static readonly StudyParameter<Quantity?> Budget = StudyParameter.RatioOrNone(
        "budget", "Largest relative error of an element of G that passes, as in 0.0005, 0.05% or 500ppm.");

    /// <inheritdoc/>
    public override string Name => "crosscheck";

    /// <inheritdoc/>
    public override string Summary =>
        "Run the same protocol on a board, by SCPI alone, and on the simulator, and compare element by element.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Address, Film, Protocol, Train, Budget];

    /// <inheritdoc/>
    public override StudyFolder Folder => new("out/crosscheck", "Folder for report, data and the recorded session.");

    /// <inheritdoc/>
    public override bool IsMeasured => true;

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        BoardAddress address = BoardAddress.Parse(context.Of(Address));
        string film = context.Of(Film) ?? (address.Kind == BoardAddressKind.Virtual ? address.Target : "");
        bool isWhole = context.Of(Protocol) == "niu";
        string[] patterns = context.Of(Train);
        if (isWhole && patterns.Length > 0)
            throw new ArgumentException("--protocol niu trains its own seven patterns; leave --train out, or take --protocol short.");
        double? budget = context.Of(Budget)?.Value;
        BoardCrossCheckPlan plan = isWhole
            ? BoardCrossCheckPlan.Niu(film, budget, context.Cancellation)
            : BoardCrossCheckPlan.For(film, patterns, budget, context.Cancellation);
        bool isReplay = address.Kind == BoardAddressKind.Replay;
        string session = context.PathOf(SessionFile);
        BoardCrossCheckResult result;
        using (HopfieldBoard board = BoardOpening.Open(address, isReplay ? null : session, context.Command, context.Cancellation))
        {
            foreach (BoardError error in board.StartErrors)
                context.Tell($"the board reports {error}");
            result = new BoardCrossCheckExperiment(plan, context.Progress).Run(board, context.Cancellation);
        }

        StudyRecord record = BoardCrossCheckReport.Of(result);
        return record with
        {
            Sections =
            [
                .. Shown(result).Select(s => s with { On = Outlet.Terminal }), .. record.Sections, Verdict(result) with { On = Outlet.End },
            ],
            Told = isReplay ? [] : [new("session", SessionFile, "(--board replay:FILE runs it again without the board)")],
        };
    }

    private static IEnumerable<StudySection> Shown(BoardCrossCheckResult result)
    {
        foreach (BoardLesson lesson in result.Lessons)
        {
            yield return new StudyLine(
                "trained ", new Words(lesson.Training.Pattern.ToString(), Tone.Strong),
                $": largest error of G {Percent(lesson.Rows.Max(r => Math.Abs(r.RelativeError)))}, "
                + $"recalls as the simulator's {lesson.Recalls.Count(r => r.Agrees)} of {lesson.Recalls.Count}, "
                + $"right from one flip {lesson.Recalls.Count(r => r.Flips == 1 && r.IsRight)} of "
                + $"{lesson.Recalls.Count(r => r.Flips == 1)}: ",
                Words.Verdict(lesson.Passes, "pass", "FAIL"));
        }

        foreach (BoardGateRow gate in result.Gates)
        {
            yield return new StudyLine(
                "gate ", new Words(gate.Gate.ToString().ToUpperInvariant(), Tone.Strong),
                $": table {gate.BoardTable ?? "undecided"} on the board, {gate.SimulatedTable ?? "undecided"} in the simulator: ",
                Words.Verdict(gate.Passes, "agree", "FAIL"),
                gate.IsGate ? "; the film is this gate" : "; ",
                gate.IsGate ? "" : new Words("the film is not this gate", Tone.Doubtful),
                gate.IsGate ? "" : $", whose table is {gate.WantedTable}");
        }
    }

    private static StudyLine Verdict(BoardCrossCheckResult result) => new(
        Words.Verdict(result.Passes, "pass", "FAIL"),
        $": largest error of G {Percent(result.LargestError)} of its rows, budget {Percent(result.Budget)}"
        + (result.Passes ? "" : $"; {result.Reasons.Count} reasons, the first: {result.Reasons[0]}"));

    private static string Percent(double ratio) => (100 * ratio).ToString("0.0000", CultureInfo.InvariantCulture) + " %";
}
