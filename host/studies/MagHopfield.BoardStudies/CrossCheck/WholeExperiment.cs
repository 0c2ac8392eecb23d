using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>What the whole of Niu's experiment needs besides patterns.</summary>
/// <param name="Saturated">
/// G in siemens of the film saturated out of its plane, as the simulator has it: no board has the paper's 1 T. Null where the film has no
/// such state.
/// </param>
/// <param name="GatePulses">Pulses that teach a gate.</param>
public sealed record WholeExperiment(ConductanceMatrix? Saturated, int GatePulses)
{
    // Niu et al., PNAS 2024, "Inference process", step 8.
    private const double PaperXi = 0.98;

    /// <summary>The references of recalls by currents: the middle of the range, and ξ times the saturated film.</summary>
    /// <param name="middle">(G_min + G_max)/2 of the simulator's calibration in siemens.</param>
    public IReadOnlyList<CurrentRecall> Currents(ConductanceMatrix middle)
    {
        CurrentRecall range = new("currents, middle of the range", middle, 1);
        if (Saturated is null)
            return [range];

        // The ξ that centres the elements, by nothing but the calibration.
        double centre = middle.ToPairs().Zip(Saturated.ToPairs(), (m, s) => m / s).Average();
        return
        [
            range,
            new CurrentRecall(
                FormattableString.Invariant($"currents, ξ = {PaperXi} of the saturated film (the paper's)"), Saturated, PaperXi),
            new CurrentRecall(
                FormattableString.Invariant($"currents, ξ = {centre:0.0000} of the saturated film (by the calibration)"),
                Saturated,
                centre),
        ];
    }
}
