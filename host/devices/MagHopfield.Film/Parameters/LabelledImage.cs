namespace MagHopfield.Film.Parameters;

/// <summary>
/// A picture of a film: every pixel is outside, bare film, or one of the electrodes. Column 0 at the left, row 0 at the bottom, as on the
/// mesh.
/// </summary>
public sealed class LabelledImage
{
    /// <summary>Label of a pixel outside the film.</summary>
    public const int Outside = -2;

    /// <summary>Label of a pixel of bare film; electrodes have their zero-based number.</summary>
    public const int Film = -1;

    private readonly int[] _labels;

    private LabelledImage(int columns, int rows, int[] labels) => (Columns, Rows, _labels) = (columns, rows, labels);

    /// <summary>Pixels across.</summary>
    public int Columns { get; }

    /// <summary>Pixels from bottom to top.</summary>
    public int Rows { get; }

    /// <summary>Label of a pixel.</summary>
    /// <param name="column">Column from the left.</param>
    /// <param name="row">Row from the bottom.</param>
    public int this[int column, int row] => _labels[row * Columns + column];

    /// <summary>Labels the pixels of a picture by their colours.</summary>
    /// <param name="columns">Pixels across.</param>
    /// <param name="rgb">Colours 0xRRGGBB by rows from the top down.</param>
    /// <param name="outside">Colour outside the film.</param>
    /// <param name="film">Colour of bare film.</param>
    /// <param name="electrodes">Colours of the electrodes in the order of the nodes.</param>
    /// <exception cref="ArgumentException">
    /// Two labels share a colour, a pixel has none of the colours, or a colour does not occur.
    /// </exception>
    public static LabelledImage FromColours(int columns, ReadOnlySpan<int> rgb, int outside, int film, IReadOnlyList<int> electrodes)
    {
        if (columns < 1 || rgb.Length == 0 || rgb.Length % columns != 0)
            throw new ArgumentException($"An image of {rgb.Length} pixels has no rows of {columns}; give whole rows.", nameof(columns));

        Dictionary<int, int> labelOf = new() { [outside] = Outside };
        foreach ((int colour, int label) in electrodes.Select((c, k) => (c, k)).Prepend((film, Film)))
        {
            if (!labelOf.TryAdd(colour, label))
            {
                throw new ArgumentException(
                    $"the colour #{colour:x6} stands for two things; give outside, film and each electrode a colour of its own");
            }
        }

        int rows = rgb.Length / columns;
        int[] labels = new int[rgb.Length];
        HashSet<int> seen = [];
        for (int k = 0; k < rgb.Length; k++)
        {
            (int fromTop, int column) = (k / columns, k % columns);
            if (!labelOf.TryGetValue(rgb[k], out int label))
            {
                throw new ArgumentException(
                    $"pixel ({column}, {fromTop}) from the top left has the colour #{rgb[k]:x6}, which is neither outside, film nor an "
                    + "electrode; draw without smoothing, or name the colour");
            }

            labels[(rows - 1 - fromTop) * columns + column] = label;
            seen.Add(label);
        }

        for (int k = 0; k < electrodes.Count; k++)
        {
            if (!seen.Contains(k))
            {
                throw new ArgumentException(
                    $"no pixel has the colour #{electrodes[k]:x6} of electrode {k + 1}; draw it, or remove the colour");
            }
        }

        return new LabelledImage(columns, rows, labels);
    }
}
