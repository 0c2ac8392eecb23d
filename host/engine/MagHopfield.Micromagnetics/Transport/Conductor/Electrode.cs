using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Micromagnetics.Transport.Conductor;

/// <summary>
/// An electrode: a named equipotential patch. Nodes are numbered in the order of the electrodes, by convention row by row from the
/// top left: four corners are 1 2 / 3 4 (Niu et al., PNAS 2024, Fig. 2).
/// </summary>
/// <param name="Name">Name, as in "1".</param>
/// <param name="Shape">Outline.</param>
public sealed record Electrode(string Name, PlaneShape Shape);
