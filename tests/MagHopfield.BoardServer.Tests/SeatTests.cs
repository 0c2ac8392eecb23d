using System.Net.Sockets;
using System.Text;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Film.Learning;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardServer.Tests;

public sealed class SeatTests
{
    private const int PatienceMilliseconds = 15_000;

    [Theory]
    [InlineData("SYST:HELP:HEAD?\n")]
    [InlineData("*OPC?;:SYST:HELP:HEAD?;*OPC?;:SYST:HELP:HEAD?\n")]
    [InlineData("@00000001 SYST:HELP:HEAD? @00000000\n")]
    public void Who_lets_answers_pile_up_loses_the_board_to_the_next(string question)
    {
        using ServedBoard served = NewBoard();
        using TcpBoardServer server = new(served, 0);
        using Socket glutton = Connect(server);
        byte[] questions = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(question, 200)));
        glutton.SendTimeout = 1000;
        try
        {
            while (true)
                glutton.Send(questions);
        }
        catch (SocketException)
        {
            // Both directions are full: the board can send nothing more.
        }

        Assert.Contains("MagHopfield,virtual board", FirstAnswerOf(server), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_of_an_operation_that_nobody_takes_frees_the_board_too()
    {
        using ServedBoard served = NewBoard();
        using TcpBoardServer server = new(served, 0);
        using Socket glutton = Connect(server);

        // FETCh? waits for the measurement, so its answers are sent by the instrument's own thread, until there is no more room for them.
        string questions = "INIT;" + string.Join(';', Enumerable.Repeat(":SYST:HELP:HEAD?", 60)) + "\n";
        glutton.SendTimeout = 1000;
        try
        {
            while (true)
                glutton.Send(Encoding.ASCII.GetBytes(questions));
        }
        catch (SocketException)
        {
            // Full.
        }

        Assert.Contains("MagHopfield,virtual board", FirstAnswerOf(server), StringComparison.Ordinal);
    }

    [Fact]
    public void A_silent_client_keeps_the_board_until_another_wants_it()
    {
        using ServedBoard served = NewBoard(TimeSpan.FromMilliseconds(600));
        using TcpBoardServer server = new(served, 0);
        using Socket first = Connect(server);
        Assert.Contains("MagHopfield", Ask(first, "*IDN?"), StringComparison.Ordinal);
        Assert.Contains("busy", FirstLineOf(server), StringComparison.Ordinal);
        Thread.Sleep(900);
        Assert.Equal("1", Ask(first, "*OPC?"));
        Assert.Contains("or been silent for 0.6 s", FirstLineOf(server), StringComparison.Ordinal);
        Thread.Sleep(900);
        using Socket second = Connect(server);
        Assert.Equal("1", Ask(second, "*OPC?"));
        Assert.Equal(0, first.Receive(new byte[16]));
        Assert.Equal("1", Ask(second, "*OPC?"));
    }

    [Fact]
    public void Who_never_said_anything_loses_the_board_too_and_never_means_never()
    {
        using ServedBoard served = NewBoard(TimeSpan.FromMilliseconds(200));
        using TcpBoardServer server = new(served, 0);
        using Socket mute = Connect(server);
        Thread.Sleep(400);
        using Socket second = Connect(server);
        Assert.Equal("1", Ask(second, "*OPC?"));

        using ServedBoard patient = NewBoard(Timeout.InfiniteTimeSpan);
        using TcpBoardServer other = new(patient, 0);
        using Socket holder = Connect(other);
        Thread.Sleep(400);
        Assert.DoesNotContain("silent", FirstLineOf(other), StringComparison.Ordinal);
        Assert.Equal("1", Ask(holder, "*OPC?"));
    }

    [Fact]
    public void Who_waits_for_the_board_is_not_silent()
    {
        using ServedBoard served = NewBoard(TimeSpan.FromMilliseconds(1));
        using TcpBoardServer server = new(served, 0);
        using Socket first = Connect(server);
        first.Send("AVER:COUN 1000;:INIT;*OPC?\n"u8);
        Thread.Sleep(300);
        Assert.Contains("busy", FirstLineOf(server), StringComparison.Ordinal);
        first.Send("ABOR\n"u8);
    }

    [Theory]
    [InlineData("*IDN?\n", "MagHopfield")]
    [InlineData("AVER:COUN 40;:INIT;*OPC?\n", "1")]
    [InlineData("AVER:COUN 40;:INIT\nFETC:COND:PAIR?\n*ESR?\n", "-")]
    [InlineData("TRA \"+ - + -\";*OPC?;:TRA?\n", "1;\"+ - + -\"")]
    public void A_client_that_has_ended_its_sending_gets_its_answers(string message, string expected)
    {
        if (!OperatingSystem.IsLinux())
            return;

        using ServedBoard served = NewBoard();
        using TcpBoardServer server = new(served, 0);
        using Socket client = Connect(server);
        client.Send(Encoding.ASCII.GetBytes(message));
        client.Shutdown(SocketShutdown.Send);
        StringBuilder said = new();
        byte[] buffer = new byte[4096];
        for (int count = client.Receive(buffer); count > 0; count = client.Receive(buffer))
            said.Append(Encoding.ASCII.GetString(buffer, 0, count));

        Assert.StartsWith(expected, said.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\n", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("MagHopfield,virtual board", FirstAnswerOf(server), StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_is_gone_leaves_nothing_running()
    {
        using ServedBoard served = NewBoard();
        using TcpBoardServer server = new(served, 0);
        using (Socket client = Connect(server))
        {
            client.Send("PULS:COUN 100000;:TRA \"+ - + -\";*OPC?\n"u8);
            SpinWait.SpinUntil(() => served.Board.PulseCount > 3, PatienceMilliseconds);
        }

        Assert.Contains("MagHopfield,virtual board", FirstAnswerOf(server), StringComparison.Ordinal);
        Assert.InRange(served.Board.PulseCount, 4, 99_999);
    }

    [Fact]
    public void A_silent_pseudo_terminal_gives_way_and_comes_back_by_speaking()
    {
        if (!OperatingSystem.IsLinux())
            return;

        using ServedBoard served = NewBoard(TimeSpan.FromMilliseconds(300));
        using PtyBoardServer terminal = new(served);
        using TcpBoardServer server = new(served, 0);
        using FileStream port = new(terminal.DeviceName, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
        Thread.Sleep(700);
        using (Socket client = Connect(server))
        {
            Assert.Equal("1", Ask(client, "*OPC?"));
        }

        Thread.Sleep(300);
        port.Write("*OPC?\n"u8);
        byte[] answer = new byte[64];
        int count = port.Read(answer, 0, answer.Length);
        Assert.Equal("1\n", Encoding.ASCII.GetString(answer, 0, count));
    }

    internal static ServedBoard NewBoard(TimeSpan? silence = null) =>
        new(OjaFilm.Niu2024(), new BoardParameters { Seed = 1 }, silence: silence);

    private static Socket Connect(TcpBoardServer server)
    {
        Socket socket = new(
            AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        { NoDelay = true, ReceiveTimeout = PatienceMilliseconds };
        socket.Connect("127.0.0.1", server.Port);
        return socket;
    }

    private static string Ask(Socket socket, string question)
    {
        socket.Send(Encoding.ASCII.GetBytes(question + "\n"));
        return Line(socket);
    }

    private static string Line(Socket socket)
    {
        StringBuilder line = new();
        byte[] one = new byte[1];
        while (socket.Receive(one) == 1 && one[0] != 10)
            line.Append((char)one[0]);

        return line.ToString();
    }

    private static string FirstLineOf(TcpBoardServer server)
    {
        using Socket socket = Connect(server);
        return Line(socket);
    }

    // Tries again and again, as a person would, for longer than the server may take.
    private static string FirstAnswerOf(TcpBoardServer server)
    {
        string answer = "";
        long end = Environment.TickCount64 + PatienceMilliseconds;
        while (!answer.StartsWith("MagHopfield,", StringComparison.Ordinal) && Environment.TickCount64 < end)
        {
            using Socket socket = Connect(server);
            try
            {
                answer = Ask(socket, "*IDN?");
            }
            catch (SocketException e)
            {
                answer = e.Message;
            }

            Thread.Sleep(50);
        }

        return answer;
    }
}
