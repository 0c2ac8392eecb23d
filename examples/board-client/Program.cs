// The client of a board: connects over TCP, calibrates, trains a pattern, reads the conductance matrix and recalls from a distorted
// pattern. With an argument (tcp:HOST:5025 or serial:/dev/ttyUSB0) it takes that board, without one a virtual board that it serves itself,
// with a film of Niu's eq. 2 behind it.
//     dotnet run -c Release --project examples/board-client
using System.Globalization;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Film.Learning;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Circuit;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using ServedBoard? served = args.Length > 0 ? null : new ServedBoard(OjaFilm.Niu2024(), new BoardParameters { Seed = 1 });
using TcpBoardServer? server = served is null ? null : new TcpBoardServer(served, port: 0);
BoardAddress address = BoardAddress.Parse(server is null ? args[0] : $"tcp:127.0.0.1:{server.Port}");
IByteLink link = address.Kind == BoardAddressKind.Serial ? SerialPortLink.Open(address) : TcpLink.Open(address, TimeSpan.FromSeconds(5));

using HopfieldBoard board = new(link, HopfieldBoard.NewTag());
Console.WriteLine(board.Identity);
board.CalibrateReference(volts: 5, seconds: 200e-6, CancellationToken.None);
board.Train(new Pattern([1, -1, 1, -1]), volts: 5, seconds: 200e-6, count: 1, CancellationToken.None);
BoardMeasurement measured = board.Measure(kelvin: false, averages: 1, CancellationToken.None);
for (int i = 0; i < board.NodeCount; i++)
{
    IEnumerable<string> row = Enumerable.Range(0, board.NodeCount).Select(j => $"{1e3 * measured.Conductance[i, j],9:0.000}");
    Console.WriteLine(string.Join("  ", row) + " mS");
}

Pattern start = new([1, -1, 1, 1]);
BoardRecall recall = board.Recall(start, RecallMode.SteepestDescent, seed: 1);
Console.WriteLine($"recalled {start} -> {recall.State}");
