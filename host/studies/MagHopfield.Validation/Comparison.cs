namespace MagHopfield.Validation;

/// <summary>A published value beside ours.</summary>
/// <param name="Quantity">What is compared.</param>
/// <param name="Published">The published value, with its unit.</param>
/// <param name="Ours">Ours, with its unit.</param>
/// <param name="Source">Where the published value stands.</param>
/// <param name="Deviation">|ours − published|, in the unit of both.</param>
/// <param name="Allowed">Largest deviation that counts as agreement.</param>
public sealed record Comparison(string Quantity, string Published, string Ours, string Source, double Deviation, double Allowed)
{
    /// <summary>Whether the deviation is allowed; a result that is not a number never agrees.</summary>
    public bool Agrees => Deviation <= Allowed;

    /// <summary>Compares two numbers.</summary>
    internal static Comparison Of(
        string quantity, double published, double ours, double allowed, string format, string unit, string source) =>
        new(
        quantity, published.ToString(format).Replace('-', '−') + unit, ours.ToString(format).Replace('-', '−') + unit, source,
        Math.Abs(ours - published), allowed);
}
