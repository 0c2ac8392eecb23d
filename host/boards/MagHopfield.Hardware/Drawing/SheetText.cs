using System.Runtime.CompilerServices;
using MagHopfield.Reports;

namespace MagHopfield.Hardware.Drawing;

/// <summary>An interpolated text of a drawn sheet: coordinates in millimetres to a micrometre.</summary>
/// <param name="literalLength">Characters between the holes.</param>
/// <param name="formattedCount">Number of holes.</param>
[InterpolatedStringHandler]
internal ref struct SheetText(int literalLength, int formattedCount)
{
    private InvariantText _text = new(literalLength, formattedCount);

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
