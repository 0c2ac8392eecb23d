namespace MagHopfield.Studies.Numbers;

/// <summary>A number with its unit, as the user wrote it.</summary>
/// <param name="Value">Value in the SI unit of its option.</param>
/// <param name="Text">Text, as in "200us".</param>
public readonly record struct Quantity(double Value, string Text)
{
    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
