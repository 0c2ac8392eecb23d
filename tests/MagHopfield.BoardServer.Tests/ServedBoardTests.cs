using System.Net.Sockets;
using System.Text;
using CsCheck;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Film.Learning;
using MagHopfield.Instrument.Display;
using MagHopfield.Shared;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardServer.Tests;

public sealed class ServedBoardTests
{
    private static readonly LinkPatience Impatient = new()
    {
        Silence = TimeSpan.FromMilliseconds(100),
        Attempts = 5,
        Operation = TimeSpan.FromSeconds(10),
    };

    [Fact]
    public void A_board_trains_measures_and_recalls_over_TCP()
    {
        using ServedBoard served = NewBoard();
        using TcpBoardServer server = new(served, 0);
        using HopfieldBoard board = Connect(server);
        Assert.Equal(4, board.NodeCount);
        board.CalibrateReference(5, 200e-6, CancellationToken.None);
        Pattern pattern = Parse("+ - + -");
        board.Train(pattern, 5, 200e-6, 1, CancellationToken.None);
        BoardMeasurement measured = board.Measure(false, 1, CancellationToken.None);
        Assert.True(measured.Conductance[0, 1] < 0);
        Assert.True(board.Recall(pattern.Flip(1), RecallMode.SteepestDescent, 1).State.SameUpToSign(pattern));
    }

    [Fact]
    public void A_computed_width_is_sent_as_the_number_that_is_meant()
    {
        using ServedBoard served = NewBoard();
        using SaidLink link = new(new InProcessLink(served, "test"));
        using HopfieldBoard board = new(link, HopfieldBoard.NewTag());
        board.Train(Parse("+ - + -"), 5, Math.BitDecrement(200e-6), 1, CancellationToken.None);
        Assert.Contains("WIDT 0.0002;", link.Said.ToString(), StringComparison.Ordinal);
        Assert.Equal("0.0002", board.Say("PULS:WIDT?"));
    }

    [Fact]
    public void An_error_of_the_board_comes_with_its_number_and_text()
    {
        using ServedBoard served = NewBoard();
        using HopfieldBoard board = new(new InProcessLink(served, "test"), HopfieldBoard.NewTag());
        BoardErrorException e = Assert.Throws<BoardErrorException>(
            () => board.Train(Parse("+ - + -"), 7, 200e-6, 1, CancellationToken.None));
        Assert.Equal(-222, e.Errors[0].Code);
        Assert.Throws<BoardErrorException>(() => board.Say("NONSense"));
        Assert.Equal("1", board.Say("*OPC?"));
    }

    [Fact]
    public void What_is_saved_lies_in_the_FRAM_of_the_board_and_comes_back_on_another_board()
    {
        using ServedBoard first = NewBoard();
        using (HopfieldBoard board = new(new InProcessLink(first, "first"), HopfieldBoard.NewTag()))
        {
            board.Say("PULS:AMPL 1.25;:CALC:WEIG:PAIR 1,2,3,4,5,6;:MEM:SAVE");
            Assert.Equal("1", board.Say("*OPC?"));
        }

        using ServedBoard second = NewBoard();
        first.Board.Memory.Memory.CopyTo(second.Board.Memory.Memory, 0);
        using HopfieldBoard other = new(new InProcessLink(second, "second"), HopfieldBoard.NewTag());
        other.Say("MEM:LOAD");
        Assert.Equal("1.25;1,2,3,4,5,6", other.Say("FORM ASC;:PULS:AMPL?;:CALC:WEIG:PAIR?"));
    }

    [Fact]
    public void A_lost_state_is_told_to_the_program_that_connects_and_shown_on_the_panel()
    {
        Instrument.Ports.IFlashStore flash = ServedBoard.NewFlash();
        using (ServedBoard first = new(OjaFilm.Niu2024(), new BoardParameters { Seed = 1 }, flash: flash))
        using (HopfieldBoard board = new(new InProcessLink(first, "first"), HopfieldBoard.NewTag()))
        {
            Assert.Empty(board.StartErrors);
            board.Save();
            board.Save();
        }

        byte[] page = new byte[flash.PageBytes];
        flash.Read((flash.PageCount / 2) + 1, page);
        page[5] ^= 1;
        flash.Erase((flash.PageCount / 2) + 1);
        flash.Write((flash.PageCount / 2) + 1, page);
        using ServedBoard second = new(OjaFilm.Niu2024(), new BoardParameters { Seed = 1 }, flash: flash);
        using HopfieldBoard next = new(new InProcessLink(second, "second"), HopfieldBoard.NewTag());
        Assert.Equal(-314, Assert.Single(next.StartErrors).Code);
        Assert.StartsWith("MagHopfield", next.Identity, StringComparison.Ordinal);
        Assert.Equal(Glyphs.Of('M').ToString(), second.Board.Panel.Pattern!.ToString());
        next.Save();
        next.Dispose();
        using HopfieldBoard last = new(new InProcessLink(second, "third"), HopfieldBoard.NewTag());
        Assert.Empty(last.StartErrors);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n\r\n")]
    [InlineData("get /")]
    [InlineData("OPTIONS * HTTP/1.1\r\n")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    [InlineData("FOO / HTTP/1.1\r\n")]
    [InlineData("\r\n\r\nPOST / HTTP/1.1\r\n")]
    public void A_web_page_cannot_make_the_board_fire(string request)
    {
        foreach (bool isWhole in new[] { true, false })
        {
            using ServedBoard served = NewBoard();
            using TcpBoardServer server = new(served, 0);
            using (Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
            {
                socket.Connect("127.0.0.1", server.Port);
                socket.NoDelay = true;
                socket.ReceiveTimeout = 5000;
                byte[] bytes = Encoding.ASCII.GetBytes(request + "\n\nTRA \"+-+-\"\n*IDN?\n");
                int split = isWhole ? 0 : 3;
                byte[] answer = new byte[256];
                try
                {
                    socket.Send(bytes, 0, split, SocketFlags.None);
                    Thread.Sleep(isWhole ? 0 : 20);
                    socket.Send(bytes, split, bytes.Length - split, SocketFlags.None);
                    Assert.Equal(0, socket.Receive(answer));
                }
                catch (SocketException e)
                {
                    Assert.Contains(e.SocketErrorCode, new[] { SocketError.ConnectionReset, SocketError.Shutdown });
                }
            }

            using HopfieldBoard board = Connect(server);
            Assert.Equal("\"\"", board.Say("TRA?"));
        }
    }

    [Theory]
    [InlineData("*IDN?\n")]
    [InlineData("\r\n*IDN?\r\n")]
    [InlineData(":SYST:VERS?;*IDN?\n")]
    public void A_message_of_SCPI_passes_in_any_portions(string message)
    {
        using ServedBoard served = NewBoard();
        using TcpBoardServer server = new(served, 0);
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect("127.0.0.1", server.Port);
        socket.NoDelay = true;
        socket.ReceiveTimeout = 5000;
        foreach (byte value in Encoding.ASCII.GetBytes(message))
            socket.Send([value]);

        byte[] answer = new byte[256];
        int count = 0;
        while (count == 0 || answer[count - 1] != 10)
            count += socket.Receive(answer, count, answer.Length - count, SocketFlags.None);

        Assert.Contains("MagHopfield,virtual board 4 nodes", Encoding.ASCII.GetString(answer, 0, count), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_client_is_told_who_has_the_board()
    {
        using ServedBoard served = NewBoard();
        using TcpBoardServer server = new(served, 0);
        using HopfieldBoard first = Connect(server);
        Assert.Contains("busy", Assert.Throws<BoardLinkException>(() => Connect(server)).Message);
        Assert.Equal("1", first.Say("*OPC?"));
    }

    [Fact]
    public void A_port_belongs_to_one_server_and_is_free_again_when_that_has_ended()
    {
        using ServedBoard one = NewBoard();
        using ServedBoard other = NewBoard();
        int port;
        using (TcpBoardServer first = new(one, 0))
        {
            port = first.Port;
            using HopfieldBoard client = Connect(first);
            string message = Assert.Throws<IOException>(() => new TcpBoardServer(other, port)).Message;
            Assert.StartsWith($"port {port} cannot be had", message);
            Assert.Contains("give another with --tcp", message);
            Assert.Equal("1", client.Say("*OPC?"));
        }

        // The links of the first are still being closed by the system.
        using TcpBoardServer second = new(other, port);
        using HopfieldBoard next = Connect(second);
        Assert.Equal("1", next.Say("*OPC?"));
    }

    [Fact]
    public void Over_a_bad_line_a_matrix_is_the_right_one_or_an_error_and_a_training_is_done_once_or_an_error()
    {
        using ServedBoard served = NewBoard();
        ConductanceMatrix truth;
        using (HopfieldBoard clean = new(new InProcessLink(served, "clean"), HopfieldBoard.NewTag()))
        {
            truth = clean.Measure(false, 1, CancellationToken.None).Conductance;
        }

        int whole = 0;
        Gen.Select(Gen.Int, Gen.Int[0, 8]).Sample(
            (seed, thousandths) =>
            {
                int before = served.Board.Pulses.Count;
                try
                {
                    using HopfieldBoard board = new(
                        new BadLink(new InProcessLink(served, "bad"), seed, 1e-3 * thousandths), HopfieldBoard.NewTag(), Impatient);
                    ConductanceMatrix read = board.Measure(false, 1, CancellationToken.None).Conductance;
                    for (int k = 0; k < 16; k++)
                        Assert.Equal(truth[k / 4, k % 4], read[k / 4, k % 4], 1e-3 * Math.Abs(truth[k / 4, k % 4]));

                    board.Train(Parse("+ + - -"), 1e-3, 1e-6, 1, CancellationToken.None);
                    whole++;
                    Assert.Equal(before + 1, served.Board.Pulses.Count);
                }
                catch (Exception e) when (e is BoardLinkException or BoardErrorException)
                {
                    Assert.InRange(served.Board.Pulses.Count, before, before + 1);
                }
            },
            iter: 15,
            threads: 1);
        Assert.True(whole > 0, "Not one session came through.");
    }

    [Fact]
    public void A_pseudo_terminal_is_a_serial_port()
    {
        if (!OperatingSystem.IsLinux())
            return;

        using ServedBoard served = NewBoard();
        using PtyBoardServer server = new(served);
        for (int session = 0; session < 2; session++)
        {
            using HopfieldBoard board = new(SerialPortLink.Open(BoardAddress.Parse("serial:" + server.DeviceName)), HopfieldBoard.NewTag());
            Assert.StartsWith("MagHopfield", board.Identity);
        }
    }

    private static ServedBoard NewBoard() => new(OjaFilm.Niu2024(), new BoardParameters { Seed = 1 });

    private static HopfieldBoard Connect(TcpBoardServer server) => new(
        TcpLink.Open(BoardAddress.Parse($"tcp:127.0.0.1:{server.Port}"), TimeSpan.FromSeconds(5)), HopfieldBoard.NewTag());

    private static Pattern Parse(string text) =>
        Pattern.TryParse(text, out Pattern? pattern, out string error) ? pattern! : throw new FormatException(error);

    /// <summary>Drops, doubles and changes bytes, both ways.</summary>
    private sealed class SaidLink(IByteLink link) : IByteLink
    {
        public StringBuilder Said { get; } = new();

        public string Name => link.Name;

        public ILinkClock Clock => link.Clock;

        public void Write(ReadOnlySpan<byte> bytes)
        {
            Said.Append(Encoding.ASCII.GetString(bytes));
            link.Write(bytes);
        }

        public int Read(Span<byte> buffer, TimeSpan wait) => link.Read(buffer, wait);

        public void Dispose() => link.Dispose();
    }

    private sealed class BadLink(IByteLink link, int seed, double rate) : IByteLink
    {
        private readonly Random _random = new(seed);

        public string Name => link.Name;

        public ILinkClock Clock => link.Clock;

        public void Write(ReadOnlySpan<byte> bytes) => link.Write(Spoil(bytes));

        public int Read(Span<byte> buffer, TimeSpan wait)
        {
            byte[] spoilt = Spoil(buffer[..link.Read(buffer[..(buffer.Length / 2)], wait)]);
            spoilt.CopyTo(buffer);
            return spoilt.Length;
        }

        public void Dispose() => link.Dispose();

        private byte[] Spoil(ReadOnlySpan<byte> bytes)
        {
            List<byte> spoilt = [];
            foreach (byte b in bytes)
            {
                int kind = _random.NextDouble() < rate ? _random.Next(3) : 3;
                spoilt.AddRange(kind switch { 0 => [], 1 => [b, b], 2 => [(byte)_random.Next(256)], _ => (byte[])[b] });
            }

            return [.. spoilt];
        }
    }
}
