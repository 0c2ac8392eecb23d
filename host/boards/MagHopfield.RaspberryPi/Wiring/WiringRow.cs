namespace MagHopfield.RaspberryPi.Wiring;

/// <summary>A wire between the header of the Raspberry Pi and the empty socket of the ESP32 on the board.</summary>
/// <param name="HeaderPin">Pin of the header, 1 … 40.</param>
/// <param name="Net">Net of the board (hardware/board.md).</param>
/// <param name="Socket">Where it ends: "IO23" of the socket, or another part of the board.</param>
/// <param name="Group">What it belongs to.</param>
/// <param name="Note">What is to be known of it; may be empty.</param>
public sealed record WiringRow(int HeaderPin, string Net, string Socket, WiringGroup Group, string Note)
{
    /// <summary>What the pin of the header is called.</summary>
    public string HeaderName => PiHeader.NameOf(HeaderPin);
}
