using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Figure3;

/// <summary>The film and the model after a number of pulses.</summary>
/// <param name="Pulse">Pulses so far.</param>
/// <param name="Film">G of the film in siemens.</param>
/// <param name="Oja">G_ij of eq. 2 in siemens, in the order 12, 13, 14, 23, 24, 34.</param>
/// <param name="Cost">Eq. 3 of the film in watts.</param>
/// <param name="IdentityError">Largest relative error of eqs. S5 and S6 in numbers.</param>
public sealed record Figure3Row(int Pulse, ConductanceMatrix Film, double[] Oja, double Cost, double IdentityError);
