using System.Globalization;
using System.Text.RegularExpressions;

namespace MagHopfield.Hardware.Spice;

/// <summary>A deck of hardware/spice with what one run of ngspice has printed and written.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Figures">What the deck prints, by name, SI units.</param>
/// <param name="Traces">Columns of each table the deck writes, by name of its file: time in seconds, then each quantity.</param>
public sealed partial record SpiceDeck(
    string Name, IReadOnlyDictionary<string, double> Figures, IReadOnlyDictionary<string, IReadOnlyList<double[]>> Traces)
{
    /// <summary>The decks of the folder hardware/spice.</summary>
    public static IReadOnlyList<string> All { get; } = ["measuring-chain.cir", "pulse-stage.cir", "pulse-faults.cir"];

    /// <summary>Runs a deck.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="cancellation">Ends ngspice.</param>
    /// <exception cref="InvalidOperationException">ngspice is missing, or has printed no figure.</exception>
    public static SpiceDeck Run(string name, string text, CancellationToken cancellation = default)
    {
        string folder = Directory.CreateTempSubdirectory("maghopfield-deck").FullName;
        try
        {
            string printed = NgSpice.Run(text, folder, cancellation);
            Dictionary<string, double> figures = [];
            foreach (Match m in Print().Matches(text))
            {
                foreach (string figure in m.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    figures[figure] = NgSpice.Measured(printed, figure);
            }

            Dictionary<string, IReadOnlyList<double[]>> traces = Table().Matches(text)
                .ToDictionary(
                    m => Path.GetFileNameWithoutExtension(m.Groups[1].Value), m => Columns(Path.Combine(folder, m.Groups[1].Value)));
            return new SpiceDeck(name, figures, traces);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // wrdata writes the time before each quantity; once is enough.
    private static IReadOnlyList<double[]> Columns(string file)
    {
        double[][] rows =
        [
            .. File.ReadLines(file).Select(
                l =>
                    l.Split(
                        (char[]?)null,
                        StringSplitOptions.RemoveEmptyEntries).Select(w => double.Parse(w, CultureInfo.InvariantCulture)).ToArray()),
        ];
        return [.. Enumerable.Range(0, (rows[0].Length / 2) + 1).Select(c => rows.Select(r => r[c == 0 ? 0 : (2 * c) - 1]).ToArray())];
    }

    [GeneratedRegex(@"^print (.+)$", RegexOptions.Multiline)]
    private static partial Regex Print();

    [GeneratedRegex(@"^wrdata (\S+) ", RegexOptions.Multiline)]
    private static partial Regex Table();
}
