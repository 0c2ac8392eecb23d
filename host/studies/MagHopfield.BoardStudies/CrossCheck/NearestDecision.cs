using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>
/// Local fields that remember how near a decision of the recall came to its threshold: as long as another instrument's fields differ by
/// less than that, it must take the same way.
/// </summary>
/// <param name="field">The fields in siemens.</param>
/// <param name="resolution">Field in siemens up to which a node keeps its sign.</param>
internal sealed class NearestDecision(ILocalField field, double resolution) : ILocalField
{
    /// <summary>Smallest distance of a field from a threshold so far, in siemens.</summary>
    public double Clearance { get; private set; } = double.PositiveInfinity;

    public double LocalField(Pattern state, int node)
    {
        double value = field.LocalField(state, node);
        Clearance = Math.Min(Clearance, Math.Abs(Math.Abs(value) - resolution));
        return value;
    }
}
