namespace MagHopfield.Micromagnetics.Minimisation;

/// <summary>How a way down to an equilibrium ended.</summary>
/// <param name="Reached">Whether the torque fell to its limit.</param>
/// <param name="Steps">Number of steps.</param>
/// <param name="Evaluations">Number of field evaluations.</param>
/// <param name="MaxTorque">Largest |m×H| in A/m at the end.</param>
/// <param name="AtRounding">Whether it ended above the limit because rounding left no lower energy to go to.</param>
public sealed record DescentOutcome(bool Reached, int Steps, int Evaluations, double MaxTorque, bool AtRounding);
