using MagHopfield.Instrument.Scpi;

namespace MagHopfield.BoardServer.Serving;

/// <summary>An instrument that clients reach by bytes, whatever carries them: a virtual board, or the head of a real one.</summary>
public interface IServedInstrument
{
    /// <summary>The one seat that all servers of this instrument share.</summary>
    ClientSeat Seat { get; }

    /// <summary>Connects a client.</summary>
    /// <param name="send">Sends bytes to it: array, first byte, number of bytes; an exception means that its link is lost.</param>
    CheckedLink Connect(Action<byte[], int, int> send);
}
