using System.Globalization;
using System.Text;

namespace MagHopfield.BoardStudies.Scaling;

/// <summary>The table of hardware/README.md: boards of 4 to 64 nodes.</summary>
public static class ScalingTable
{
    /// <summary>Markdown.</summary>
    /// <param name="rows">Rows.</param>
    public static string Markdown(IReadOnlyList<ScalingRow> rows)
    {
        StringBuilder s = new();
        Line("nodes N", r => r.Nodes.ToString(CultureInfo.InvariantCulture));
        s.Append('|').Insert(s.Length, "---|", rows.Count + 1).Append('\n');
        foreach (string part in rows[0].Chips.Keys)
            Line(part, r => r.Chips[part].ToString(CultureInfo.InvariantCulture));

        Line("switch channels (6 N measuring, N pulse)", r => r.SwitchChannels.ToString(CultureInfo.InvariantCulture));
        Line("chip selects", r => r.Selects.ToString(CultureInfo.InvariantCulture));
        Line("cost, EUR, rough", r => Text(Math.Round(r.Euro / 10) * 10, "0"));
        Line("`KELVin`, readings of a round", r => r.Readings.ToString(CultureInfo.InvariantCulture));
        Line("`KELVin`, time of a round", r => Time(r.Seconds));
        Line("`SEVen`, time of a round", r => r.SevenSeconds is double t ? Time(t) : "too many wirings");
        return s.ToString();

        void Line(string head, Func<ScalingRow, string> cell) =>
            s.Append("| ").Append(head).Append(" | ").AppendJoin(" | ", rows.Select(cell)).Append(" |\n");
    }

    private static string Time(double seconds) =>
        seconds < 10 ? Text(seconds, "0.00") + " s" : seconds < 600 ? Text(seconds, "0") + " s" : Text(seconds / 3600, "0.0") + " h";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
