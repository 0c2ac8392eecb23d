using MagHopfield.Devices;
using MagHopfield.Instrument.Measure;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.Boards;

/// <summary>What a virtual board is made of.</summary>
/// <param name="Film">The film in its sockets.</param>
/// <param name="Parameters">Figures of the board.</param>
/// <param name="Settings">Resistances and limits that the instrument cannot find out.</param>
public sealed record BoardKit(IMagneticDevice Film, BoardParameters Parameters, InstrumentSettings Settings);
