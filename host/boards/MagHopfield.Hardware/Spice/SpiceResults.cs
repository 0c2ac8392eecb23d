using System.Globalization;
using System.Text;

namespace MagHopfield.Hardware.Spice;

/// <summary>
/// Figures of the last runs of all decks, kept in hardware/spice/results.tsv so that the documents can be written where ngspice is not
/// installed. A test runs the decks and compares.
/// </summary>
public static class SpiceResults
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "results.tsv";

    /// <summary>The table as text: deck, figure, value in SI units.</summary>
    /// <param name="decks">Decks that were run.</param>
    public static string Write(IReadOnlyList<SpiceDeck> decks)
    {
        StringBuilder s = new("deck\tfigure\tvalue\n");
        foreach (SpiceDeck deck in decks)
        {
            foreach ((string figure, double value) in deck.Figures)
            {
                s.Append(deck.Name).Append('\t').Append(figure).Append('\t').Append(
                    value.ToString("G4", CultureInfo.InvariantCulture)).Append('\n');
            }
        }

        return s.ToString();
    }

    /// <summary>Reads the table.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>Value by "deck figure".</returns>
    /// <exception cref="FormatException">A line that is none.</exception>
    public static IReadOnlyDictionary<string, double> Read(string text)
    {
        Dictionary<string, double> figures = [];
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            string[] cells = line.Split('\t');
            if (cells.Length != 3 || !double.TryParse(cells[2], CultureInfo.InvariantCulture, out double value))
            {
                throw new FormatException(
                    $"'{line}' in {FileName} is not deck, figure, value; make it anew: maghopfield hardware simulate");
            }

            figures[cells[0] + " " + cells[1]] = value;
        }

        return figures;
    }
}
