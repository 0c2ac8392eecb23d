namespace MagHopfield.RaspberryPi.Serving;

/// <summary>Where clients find the instrument.</summary>
/// <param name="TcpPort">Port on 127.0.0.1, 0 for any free one; null for none.</param>
/// <param name="SerialPort">Serial port as in "/dev/ttyUSB0"; null for none.</param>
/// <param name="Baud">Speed of the serial port in bits a second.</param>
public sealed record ServeOptions(int? TcpPort, string? SerialPort, int Baud = SerialBoardServer.DefaultBaud);
