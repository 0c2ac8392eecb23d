using System.Runtime.CompilerServices;
using MagHopfield.Reports;

namespace MagHopfield.Hardware.KiCad;

/// <summary>
/// An interpolated text of a drawing: coordinates are sums of tenths of an inch; four digits after the point are exact and hide the
/// rounding of the sum.
/// </summary>
/// <param name="literalLength">Characters between the holes.</param>
/// <param name="formattedCount">Number of holes.</param>
[InterpolatedStringHandler]
internal ref struct RoundedText(int literalLength, int formattedCount)
{
    private InvariantText _text = new(literalLength, formattedCount);

    /// <summary>Whether the last piece ends the line itself.</summary>
    public bool EndsLine { get; private set; }

    public void AppendLiteral(string text)
    {
        _text.AppendLiteral(text);
        EndsLine = text.EndsWith('\n');
    }

    public void AppendFormatted<T>(T value)
    {
        EndsLine = false;
        if (value is double x)
            _text.AppendFormatted(Math.Round(x, 4) + 0.0);
        else
            _text.AppendFormatted(value);
    }

    public override string ToString() => _text.ToString();
}
