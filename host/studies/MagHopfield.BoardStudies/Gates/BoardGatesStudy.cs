using System.Globalization;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Shared;
using MagHopfield.Studies.Numbers;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.Gates;

/// <summary>AND, OR, NAND and NOR trained and measured through the whole chain, film, board and instrument, as a study.</summary>
public sealed class BoardGatesStudy : Study
{
    private static readonly StudyParameter<string> Film = StudyFilm.Parameter("Film of 4 nodes", FilmParameters.Presets[0]);

    private static readonly StudyParameter<int> Averages = StudyParameter.Whole(
        "averages", "Measurements averaged into one G.", 16, 1, 1000);

    private static readonly StudyParameter<Quantity> Cells =
        StudyParameter.Of("cells", "Cells along each axis, as a share of the film's own.", Unit.Ratio, "0.5") with
        {
            IsGood = c => c.Value is >= 0.1 and <= 10,
            Range = "0.1 to 10 of the film's own",
        };

    /// <inheritdoc/>
    public override string Name => "gates";

    /// <inheritdoc/>
    public override string Summary =>
        "Boolean gates by the instrument's own code on the virtual board: the film as it is, with its gold pads held at their voltages, "
        + "and with a coercive field.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Film, Averages, Cells];

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        FilmParameters film = StudyFilm.Load(context.Of(Film), context.Cancellation).WithCells(context.Of(Cells).Value);
        List<StudySection> shown = [];
        int right = 0;
        foreach ((string what, FilmParameters variant) in Preparation.Of(() => Variants(film), context.Cancellation))
        {
            IReadOnlyList<MeasuredGate> gates = new BoardGates(
                variant, new BoardParameters(), context.Of(Averages)).Run(context.Cancellation);
            right = Math.Max(right, gates.Count(g => g.Passes));
            shown.Add(new StudyHeading(
                $"{film.Name}, {what}: K = {variant.Magnetism.HardAxisAnisotropy.ToString("0", CultureInfo.InvariantCulture)} A/m, "
                + $"Hc = {variant.Magnetism.CoerciveField.ToString(CultureInfo.InvariantCulture)} A/m: {gates.Count(g => g.Passes)} of 4"));
            shown.Add(Table(gates));
        }

        return new("Boolean gates on the virtual board", shown) { Passes = right == Enum.GetValues<LogicGate>().Length };
    }

    // Behind leads of its own every pad is a source of current and "+ - - -" gives constants; held, with friction, the gates come and stay.
    private static (string Name, FilmParameters Film)[] Variants(FilmParameters film)
    {
        FilmParameters held = film.Gold is null or { LeadResistance: 0 } ? film : film.WithLeads(0);
        return
        [
            ("as it is", film),
            .. film == held ? Array.Empty<(string, FilmParameters)>() : [("pads held", held)],
            .. film.Magnetism.CoerciveField > 0 ? Array.Empty<(string, FilmParameters)>() : [("pads held", held.WithFriction())],
        ];
    }

    private static StudyTable Table(IReadOnlyList<MeasuredGate> gates) => new(
        "", ["gate", "trained", "control", "0 0", "0 1", "1 0", "1 1", "± µS", ""],
        [
            .. gates.Select(g => (Words[])
            [
                g.Gate.ToString().ToUpperInvariant(), g.Trained.ToString(), g.Control ? "1" : "0",
                .. g.Fields.Select(
                    f => (Words)$"{(f > 0 ? 1 : 0)} ({Micro(f)})"), Micro(g.Resolution), Words.Verdict(g.Passes, "right", "wrong"),
            ]),
        ])
    {
        Caption = "output of node 4 for the inputs of nodes 2 and 3; in brackets its field in µS",
        TextColumns = 9,
    };

    private static string Micro(double siemens) => (1e6 * siemens).ToString("0", CultureInfo.InvariantCulture);
}
