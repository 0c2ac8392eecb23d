using MagHopfield.FilmStudies.Tables;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.FilmFiles;

/// <summary>The parameters of measurement and virtual board as tables of a report, by the keys of film files.</summary>
internal static class ExperimentTable
{
    /// <summary>Adds the tables.</summary>
    public static void Add(HtmlPage page, EndToEndParameters p)
    {
        BoardParameters b = p.Board;
        Section(
            page,
            "Measurement",
            ExperimentKeys.Measurement,
            p.Averages,
            p.ConsistencyLimit,
            p.MeasurementBudget,
            p.CalibrationVoltage,
            p.CalibrationWidth);
        Section(
            page,
            "Virtual board",
            ExperimentKeys.Board,
            b.Seed,
            b.Adc.NoiseAtHighGain,
            b.NodeSwitch.OnResistance,
            b.NodeSwitch.OnResistanceSpread,
            b.Analog.ResistorTolerance,
            b.Analog.ThermalEmf, b.Analog.DriverRise, b.Analog.ForceLeadResistance);
    }

    private static void Section(HtmlPage page, string title, SectionDeclaration section, params IReadOnlyList<double> values)
    {
        page.Paragraph($"<b>{title}</b>");
        page.Table(
            ["parameter", "key", "value", "unit", "default"],
            section.Keys.Zip(values, (key, value) => (IReadOnlyList<string>)
            [
                HtmlPage.Encode(key.Meaning), $"<code>{key.Name}</code>", FilmParameterRows.Number(value), HtmlPage.Encode(
                    key.Unit.Replace("ohm", "Ω", StringComparison.Ordinal)), HtmlPage.Encode(key.Default),
            ]),
            textColumns: 5);
    }
}
