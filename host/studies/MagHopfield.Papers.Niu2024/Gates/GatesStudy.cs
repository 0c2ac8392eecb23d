using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Json;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.Paper;
using static MagHopfield.FilmStudies.Pictures.PatternText;

namespace MagHopfield.Papers.Niu2024.Gates;

/// <summary>The report of the gates.</summary>
public sealed class GatesStudy : PaperStudy
{
    /// <summary>Declares it.</summary>
    public GatesStudy()
        : base(
            "gates",
            "AND, OR, NAND and NOR of one film, and for which films and protocols they come out; goes on after an interruption.",
            5,
            60)
    {
    }

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context) =>
        Of(new Niu2024Gates(film).Run(context.Store, context.Progress, context.Cancellation));

    /// <summary>Makes the report.</summary>
    public static StudyRecord Of(GatesResult r) => PaperRecord.Of(
        "Niu 2024: Boolean gates of one film",
        r.Film,
        [.. from protocol in r.Main from row in Rows(protocol, r.DiagonalConductance) select row],
        page =>
        {
            page.Paragraph(
                "Output of node 4: sgn(V<sub>2</sub> w<sub>24</sub> + V<sub>3</sub> w<sub>34</sub> + V<sub>1</sub> w<sub>14</sub>), node 1 "
                + "the control, w = G − (G<sub>min</sub> + G<sub>max</sub>)/2 "
                + "over the seven patterns, all taken at the same time after their pulse. After “+ − − −” the gate is AND or OR if "
                + "|w<sub>14</sub>| &lt; w<sub>24</sub> + w<sub>34</sub>.");
            page.Figures(
                (
                    "gates",
                    GateSurveyPlot.Draw(r.Main),
                    $"Margins of the four gates on the film's own mesh of {r.Film.Geometry.CellsX}×{r.Film.Geometry.CellsY} cells."));
            foreach (GateProtocol protocol in r.Main)
            {
                page.Heading($"{r.Film.Name}: {protocol.Name}");
                page.Table(
                    ["trained", "control", "0 0", "0 1", "1 0", "1 1", "gate"],
                    protocol.Gates.Select(g => (IReadOnlyList<string>)
                    [
                        Signs(PatternVoltages.Parse(g.Pattern)), g.Control > 0
                            ? "1"
                            : "0", .. g.Fields.Select(f => $"{(f > 0 ? 1 : 0)} ({Micro(f)})"), g.Name,
                    ]));
            }

            page.Heading("Where it holds");
            page.Paragraph(
                $"On {r.Film.Geometry.CellsX / 2}×{r.Film.Geometry.CellsY / 2} cells, all else as the film, its gold pads held unless "
                + "leads are named. Margin: the smallest field of the four tables; a dash "
                + "where a gate is missed. Leads decide: behind leads much larger than the gold's sheet resistance every pad is a source "
                + "of current, the three minuses of “+ − − −” take a third each, the far one "
                + "too, and |w<sub>14</sub>| outgrows w<sub>24</sub> + w<sub>34</sub>. Held at its voltage the far pad takes less. That is "
                + "geometry: it shows with every moment simply laid along the field.");
            page.Figures(("survey", GateSurveyPlot.Draw(r.Survey), "Margins of the four gates, protocol by protocol."));
            page.Table(
                ["film and protocol", .. GateTable.Published.Select(p => p.Gate), "right", "margin", "patterns learned"],
                r.Survey.Select(p => (IReadOnlyList<string>)
                [
                    p.Name,
                    .. p.Gates.Select((g, k) => Verdict(g.Name == GateTable.Published[k].Gate, g.Name, g.Name)),
                    NoBreak($"{p.Right} of 4"), p.Margin > 0 ? Micro(p.Margin) : "–", NoBreak($"{p.Learned} of 7"),
                ]));
        },
        r,
        GatesJson.Default.GatesResult);

    private static IEnumerable<StudyComparison> Rows(GateProtocol protocol, double scale) =>
        protocol.Gates.Select((g, k) => new StudyComparison(
        $"AND, OR, NAND, NOR in one device ({protocol.Name})",
        $"trained {Signs(PatternVoltages.Parse(g.Pattern))}, control {(g.Control > 0 ? "1" : "0")}",
        GateTable.Published[k].Gate,
        $"{g.Name}, margin {Micro(g.Margin)}, {Percent(g.Margin / scale)} of G14",
        g.Name == GateTable.Published[k].Gate));
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    IncludeFields = true,
    Converters = [typeof(ShapeJson), typeof(PatternJson)])]
[JsonSerializable(typeof(GatesResult))]
internal sealed partial class GatesJson : JsonSerializerContext;
