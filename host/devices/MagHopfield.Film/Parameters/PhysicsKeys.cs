using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Terms;
using MagHopfield.Model.Transport;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>The keys of [magnetism], [transport], [gold] and [simulation].</summary>
internal static class PhysicsKeys
{
    private const string OfPreset = "that of the preset; required without one";
    private const string OrOwn = "that of the preset, or {0}";

    public static readonly Key<double> SaturationMagnetisation = MaterialSection.SaturationMagnetisation.Without(OfPreset);

    // Its inverse, over Ms, is what the exchange field has.
    public static readonly Key<double> ExchangeStiffness = ExchangeDeclaration.Stiffness.OfMaterial.Without(OfPreset)
        .Within("> 0", a => a > 0, "a film needs exchange, so write a stiffness > 0 in J/m, as in 1.3e-11");

    public static readonly Key<double> ExchangeConstant = ExchangeDeclaration.Constant;

    public static readonly Key<double> HardAxisAnisotropy = HardAxisDeclaration.Given.Without(OfPreset);

    // Without damping a film never comes to rest.
    public static readonly Key<double> GilbertDamping = MaterialSection.GilbertDamping.Without(OfPreset)
        .Within("> 0, ≤ 10", a => a is > 0 and <= 10, "a film comes to rest by damping, so write a number > 0 and ≤ 10");

    public static readonly Key<double> GyromagneticRatio = MaterialSection.GyromagneticRatio.Without(OrOwn);

    public static readonly Key<bool> Demagnetisation = Key.Flag(
        "demagnetisation", "Whether the full demagnetising field acts.")
        .Without(OfPreset);

    public static readonly Key<InitialState> InitialState = Key.Choice(
        "initial_state",
        "State before the first pulse.",
        [
            ("random", Parameters.InitialState.Random), ("along-x", Parameters.InitialState.AlongX),
            ("along-y", Parameters.InitialState.AlongY), ("out-of-plane", Parameters.InitialState.OutOfPlane),
        ],
        "random").Without(OrOwn);

    public static readonly Key<int> Seed = Key.AtLeast(
        "seed", "Seed of the random initial state and of the tilt before each pulse.", 0, fallback: 1)
        .Without(OrOwn);

    public static readonly Key<double> CoerciveField = FrictionDeclaration.CoerciveField.Or(0).Without(OrOwn);

    public static readonly Key<double> Temperature = ThermalDeclaration.Kelvin.Or(0).Without(OrOwn);

    public static readonly Key<double> GrainAnisotropyField = Key.Number(
        "grain_anisotropy_field",
        "A/m",
        "Anisotropy field 2Ku/(µ0 Ms) of the crystal grains, each with an easy axis of its own in the plane; 0 for a film without grains.",
        minimum: 0,
        fallback: 0)
        .Without(OrOwn);

    public static readonly Key<double> GrainSize = Key.Positive(
        "grain_size", "m", "Mean distance of neighbouring grains.", fallback: 50e-9)
        .Without(OrOwn);

    public static readonly Key<int> GrainSeed = Key.AtLeast(
        "grain_seed", "Seed of places and axes of the grains.", 0, fallback: 1)
        .Without(OrOwn);

    public static readonly Key<EquilibriumMethod> Prepare = Way(
        "prepare",
        "How the initial state is brought to an equilibrium at zero field, with no torque above `rest_torque`, before the first pulse: by "
        + "a "
        + "descent that never climbs, or by steepest descent with Barzilai-Borwein steps. Neither with a coercive field nor at a "
        + "temperature.",
        "none");

    private static readonly KeyDeclaration[] OwnMagnetism =
    [
        SaturationMagnetisation,
        ExchangeStiffness,
        ExchangeConstant,
        HardAxisAnisotropy,
        GilbertDamping,
        GyromagneticRatio,
        Demagnetisation,
        InitialState, Seed, CoerciveField, Temperature, GrainAnisotropyField, GrainSize, GrainSeed, Prepare,
    ];

    public static readonly SectionDeclaration Magnetism = new(
        "magnetism",
        false,
        string.Join("\n\n", MagnetParts.MaterialNotes.Prepend(
            "The magnetisation: ∂m/∂t = −γ m×H + α m×∂m/∂t with the exchange field 2A_ex/(µ0 Ms) ∇²m, a hard axis, and the field of the "
            + "gold "
            + "(Niu et al., PNAS 2024, eqs. S1 and S2).")),
        [.. OwnMagnetism, .. MagnetParts.MaterialKeys.Where(key => OwnMagnetism.All(own => own.Name != key.Name))]);

    public static readonly Key<double> IsotropicConductivity = AnisotropicDeclaration.Conductivity.Without(OfPreset);

    public static readonly Key<double> AmrRatio = AnisotropicDeclaration.GivenRatio.Without(OfPreset);

    public static readonly Key<double> ContactResistance = TransportDeclaration.Contact.Without(OrOwn);

    public static readonly Key<bool> Oersted = TransportDeclaration.Oersted.Without(OrOwn);

    public static readonly Key<double> SolverTolerance = TransportDeclaration.Tolerance.Without(OrOwn);

    public static readonly SectionDeclaration Transport = new(
        "transport",
        false,
        "The current through the film: ∇·(σ(m)∇φ) = 0 with σ_ij = σ⊥ δ_ij + σδ m_i m_j.",
        [IsotropicConductivity, AmrRatio, ContactResistance, Oersted, SolverTolerance]);

    public static readonly Key<double> GoldThickness = Key.Positive("thickness", "m", "Thickness of the gold.").Without(OfPreset);
    public static readonly Key<double> GoldConductivity = Key.Positive(
        "conductivity", "S/m", "Conductivity of the gold.")
        .Without(OfPreset);

    public static readonly Key<double> InsulatorThickness = Key.Number(
        "insulator_thickness", "m", "Distance between the top of the film and the bottom of the gold.", minimum: 0)
        .Without(OfPreset);

    public static readonly Key<double> LeadResistance = Key.Number(
        "lead_resistance",
        "ohm",
        "Resistance of lead and driver in series with each terminal; 0 holds the pads at the voltages of the pattern.",
        minimum: 0)
        .Without(OfPreset);

    public static readonly SectionDeclaration Gold = new(
        "gold",
        false,
        "The gold layer above the film that carries the training current; it has the film's outline.",
        [GoldThickness, GoldConductivity, InsulatorThickness, LeadResistance]);

    public static readonly Key<double> RestTorque = Key.Positive(
        "rest_torque", "A/m", "The texture is at rest when the largest |m×H| is below this.")
        .Without(OfPreset);
    public static readonly Key<double> LongestTime = Key.Positive(
        "longest_time", "s", "Longest time integrated under a pulse.")
        .Without(OfPreset);

    public static readonly Key<double> RelaxationTime = Key.Number(
        "relaxation_time", "s", "Time integrated at zero field after a pulse.", minimum: 0)
        .Without(OfPreset);

    public static readonly Key<double> Tilt = Key.Number(
        "tilt",
        "rad",
        "Standard deviation of the random turn of every moment before a pulse; one antiparallel to its field would never turn.",
        minimum: 0,
        maximum: 0.5,
        fallback: PulseParameters.ThermalTilt)
        .Without(OrOwn);

    public static readonly Key<double> ProgressInterval = Key.Positive(
        "progress_interval", "s", "Simulated time between two reports of progress.", fallback: 1e-9)
        .Without(OrOwn);

    public static readonly Key<double> StepError = Key.Positive(
        "step_error", "1", "Largest error of m in a time step.", fallback: 1e-5)
        .Without(OrOwn);

    public static readonly Key<EquilibriumMethod> AfterPulse = Way(
        "after_pulse",
        "What follows a pulse at zero field: the motion for `relaxation_time`, or the way down to an equilibrium as with `prepare`.",
        "time");

    public static readonly SectionDeclaration Simulation = new(
        "simulation",
        false,
        "How far a pulse is integrated.",
        [Prepare, RestTorque, LongestTime, RelaxationTime, Tilt, ProgressInterval, StepError, AfterPulse]);

    private static Key<EquilibriumMethod> Way(string name, string meaning, string none) => Key.Choice(
        name,
        meaning,
        [(none, EquilibriumMethod.None), ("relax", EquilibriumMethod.Relax), ("minimise", EquilibriumMethod.Minimise)],
        none).Without(OrOwn);
}
