using MagHopfield.Micromagnetics;
using MagHopfield.Problems;
using MagHopfield.Toml;
using MagHopfield.Toml.Keys;

namespace MagHopfield.Film.Parameters;

/// <summary>The keys of [magnetism], [transport], [gold] and [simulation].</summary>
internal static class PhysicsKeys
{
    private const string OfPreset = "that of the preset; required without one";
    private const string OrOwn = "that of the preset, or {0}";

    public static readonly NumberKey SaturationMagnetisation = NumberKey.Positive("saturation_magnetisation", "A/m", "Saturation magnetisation Ms.") with { Without = OfPreset };

    public static readonly NumberKey ExchangeStiffness = NumberKey.Positive("exchange_stiffness", "J/m", "Exchange stiffness A_ex.") with { Without = OfPreset };

    public static readonly NumberKey ExchangeConstant = NumberKey.Positive(
        "exchange_constant",
        "A·m",
        "The older way to write `exchange_stiffness`, in the field units of Niu 2024: 2A_ex/(µ0 Ms), the exchange field being that times ∇²m.") with
    { Without = "`exchange_stiffness`" };

    public static readonly NumberKey HardAxisAnisotropy = new(
        "hard_axis_anisotropy", "A/m", "K of the field −K m_z ẑ, positive for a hard axis along z.")
    { Without = OfPreset };

    public static readonly NumberKey GilbertDamping = NumberKey.Positive("gilbert_damping", "1", "Gilbert damping α.") with { Maximum = 10, Without = OfPreset };

    public static readonly NumberKey GyromagneticRatio = NumberKey.Positive("gyromagnetic_ratio", "m/(A·s)", "Gyromagnetic ratio γ.") with
    { Default = PhysicalConstants.GyromagneticRatio, Without = OrOwn };

    public static readonly FlagKey Demagnetisation = new("demagnetisation", "Whether the full demagnetising field acts.") { Without = OfPreset };

    public static readonly WordKey InitialState = new(
        "initial_state", "State before the first pulse.", ["random", "along-x", "along-y", "out-of-plane"])
    { Default = "random", Without = OrOwn };

    public static readonly IntegerKey Seed = new("seed", "Seed of the random initial state and of the tilt before each pulse.", 0, int.MaxValue) { Default = 1, Without = OrOwn };

    public static readonly NumberKey CoerciveField = NumberKey.NotNegative(
        "coercive_field", "A/m", "Coercive field Hc as dry friction: moments move only where |m×H| exceeds it. Not together with a temperature.") with
    { Default = 0, Without = OrOwn };

    public static readonly NumberKey Temperature = NumberKey.NotNegative("temperature", "K", "Temperature of the thermal field.") with { Default = 0, Without = OrOwn };

    public static readonly NumberKey GrainAnisotropyField = NumberKey.NotNegative(
        "grain_anisotropy_field", "A/m", "Anisotropy field 2Ku/(µ0 Ms) of the crystal grains, each with an easy axis of its own in the plane; 0 for a film without grains.") with
    { Default = 0, Without = OrOwn };

    public static readonly NumberKey GrainSize = NumberKey.Positive("grain_size", "m", "Mean distance of neighbouring grains.") with { Default = 50e-9, Without = OrOwn };

    public static readonly IntegerKey GrainSeed = new("grain_seed", "Seed of places and axes of the grains.", 0, int.MaxValue) { Default = 1, Without = OrOwn };

    public static readonly WordKey Prepare = new(
        "prepare",
        "How the initial state is brought to an equilibrium at zero field, with no torque above `rest_torque`, before the first pulse: by a "
        + "descent that never climbs, or by steepest descent with Barzilai-Borwein steps. Neither with a coercive field nor at a temperature.",
        ["none", "relax", "minimise"])
    { Default = "none", Without = OrOwn };

    private static readonly KeyDeclaration[] OwnMagnetism =
    [
        SaturationMagnetisation, ExchangeStiffness, ExchangeConstant, HardAxisAnisotropy, GilbertDamping, GyromagneticRatio, Demagnetisation,
        InitialState, Seed, CoerciveField, Temperature, GrainAnisotropyField, GrainSize, GrainSeed, Prepare,
    ];

    public static readonly SectionDeclaration Magnetism = new(
        "magnetism",
        false,
        string.Join("\n\n", MagnetParts.MaterialNotes.Prepend(
            "The magnetisation: ∂m/∂t = −γ m×H + α m×∂m/∂t with the exchange field 2A_ex/(µ0 Ms) ∇²m, a hard axis, and the field of the gold "
            + "(Niu et al., PNAS 2024, eqs. S1 and S2).")),
        [.. OwnMagnetism, .. MagnetParts.MaterialKeys.Where(key => OwnMagnetism.All(own => own.Name != key.Name))]);

    public static readonly NumberKey IsotropicConductivity = NumberKey.Positive("isotropic_conductivity", "S/m", "Conductivity σ0 of the film.") with { Without = OfPreset };

    // Beyond ±2 one of the two resistivities would be negative.
    public static readonly NumberKey AmrRatio = new(
        "amr_ratio", "1", "Anisotropic magnetoresistance a = 2(ρ∥ − ρ⊥)/(ρ∥ + ρ⊥), between −2 and 2; permalloy 0.01 to 0.08.")
    { Without = OfPreset };

    public static readonly NumberKey ContactResistance = NumberKey.NotNegative("contact_resistance", "ohm", "Resistance in series with each electrode.") with
    { Default = 0, Without = OrOwn };

    public static readonly NumberKey SolverTolerance = NumberKey.Positive(
        "solver_tolerance", "1", "Relative error of a potential in the energy norm; that of G is its square.") with
    { Default = 1e-9, Without = OrOwn };

    public static readonly SectionDeclaration Transport = new(
        "transport",
        false,
        "The current through the film: ∇·(σ(m)∇φ) = 0 with σ_ij = σ⊥ δ_ij + σδ m_i m_j.",
        [IsotropicConductivity, AmrRatio, ContactResistance, SolverTolerance]);

    public static readonly NumberKey GoldThickness = NumberKey.Positive("thickness", "m", "Thickness of the gold.") with { Without = OfPreset };
    public static readonly NumberKey GoldConductivity = NumberKey.Positive("conductivity", "S/m", "Conductivity of the gold.") with { Without = OfPreset };

    public static readonly NumberKey InsulatorThickness = NumberKey.NotNegative(
        "insulator_thickness", "m", "Distance between the top of the film and the bottom of the gold.") with
    { Without = OfPreset };

    public static readonly NumberKey LeadResistance = NumberKey.NotNegative(
        "lead_resistance", "ohm", "Resistance of lead and driver in series with each terminal; 0 holds the pads at the voltages of the pattern.") with
    { Without = OfPreset };

    public static readonly SectionDeclaration Gold = new(
        "gold",
        false,
        "The gold layer above the film that carries the training current; it has the film's outline.",
        [GoldThickness, GoldConductivity, InsulatorThickness, LeadResistance]);

    public static readonly NumberKey RestTorque = NumberKey.Positive("rest_torque", "A/m", "The texture is at rest when the largest |m×H| is below this.") with { Without = OfPreset };
    public static readonly NumberKey LongestTime = NumberKey.Positive("longest_time", "s", "Longest time integrated under a pulse.") with { Without = OfPreset };

    public static readonly NumberKey RelaxationTime = NumberKey.NotNegative("relaxation_time", "s", "Time integrated at zero field after a pulse.") with { Without = OfPreset };

    public static readonly NumberKey Tilt = NumberKey.NotNegative(
        "tilt", "rad", "Standard deviation of the random turn of every moment before a pulse; one antiparallel to its field would never turn.") with
    { Maximum = 0.5, Default = PulseParameters.ThermalTilt, Without = OrOwn };

    public static readonly NumberKey ProgressInterval = NumberKey.Positive("progress_interval", "s", "Simulated time between two reports of progress.") with
    { Default = 1e-9, Without = OrOwn };

    public static readonly NumberKey StepError = NumberKey.Positive("step_error", "1", "Largest error of m in a time step.") with { Default = 1e-5, Without = OrOwn };

    public static readonly WordKey AfterPulse = new(
        "after_pulse",
        "What follows a pulse at zero field: the motion for `relaxation_time`, or the way down to an equilibrium as with `prepare`.",
        ["time", "relax", "minimise"])
    { Default = "time", Without = OrOwn };

    public static readonly SectionDeclaration Simulation = new(
        "simulation",
        false,
        "How far a pulse is integrated.",
        [RestTorque, LongestTime, RelaxationTime, Tilt, ProgressInterval, StepError, AfterPulse]);
}
