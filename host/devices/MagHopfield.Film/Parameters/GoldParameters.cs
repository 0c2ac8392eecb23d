namespace MagHopfield.Film.Parameters;

/// <summary>
/// The gold layer that carries the training current, above an insulator above the film (Niu et al., PNAS 2024, Fig. 2a).
/// It has the film's outline.
/// </summary>
/// <param name="Thickness">Thickness in metres.</param>
/// <param name="Conductivity">Conductivity in S/m.</param>
/// <param name="InsulatorThickness">Distance between the top of the film and the bottom of the gold in metres.</param>
/// <param name="LeadResistance">Resistance of lead and driver in series with each terminal, in ohms.</param>
public sealed record GoldParameters(double Thickness, double Conductivity, double InsulatorThickness, double LeadResistance);
