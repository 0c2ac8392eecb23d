using MagHopfield.Model.Declarations;

namespace MagHopfield.Model.Torques;

/// <summary>A current with its torque, in stages of kind run.</summary>
/// <param name="Section">Name of its section.</param>
public abstract record CurrentTerm(string Section) : Term
{
    /// <inheritdoc/>
    public override bool HasCurrent => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TermCheck check)
    {
        if (!check.Magnet.Runs.Any())
        {
            yield return check.Warning(
                Line, $"the current acts in stages of kind \"run\" only, and there is none; add one or remove [{Section}].");
        }
    }
}
