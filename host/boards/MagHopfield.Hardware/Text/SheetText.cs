using System.Runtime.CompilerServices;

namespace MagHopfield.Hardware.Text;

/// <summary>An interpolated text of a drawn sheet: coordinates in millimetres to a micrometre.</summary>
/// <param name="literalLength">Characters between the holes.</param>
/// <param name="formattedCount">Number of holes.</param>
[InterpolatedStringHandler]
internal readonly ref struct SheetText(int literalLength, int formattedCount)
{
    private readonly InvariantText _text = new(literalLength, formattedCount);

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value)
    {
        if (value is double x)
            _text.AppendFormatted(Math.Round(x, 3));
        else
            _text.AppendFormatted(value);
    }

    public override string ToString() => _text.ToString();
}
