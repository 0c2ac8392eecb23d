using System.Globalization;
using System.Net.Sockets;
using System.Text;
using MagHopfield.BoardServer.Serving;

namespace MagHopfield.BoardServer.Tests;

public sealed class DeviceClearTests
{
    [Fact]
    public void After_a_device_clear_on_the_control_connection_no_late_answer_comes()
    {
        using ServedBoard served = SeatTests.NewBoard();
        using TcpBoardServer server = new(served, 0);
        using Socket client = Connect(server.Port);
        using Socket control = Connect(ControlPort(client));
        for (int round = 0; round < 20; round++)
        {
            client.Send("AVER:COUN 5;:INIT;*OPC?;:SYST:HELP:HEAD?\n"u8);
            Thread.Sleep(round);
            Assert.Equal("DCL", Ask(control, "DCL"));
            ReadAway(client);
            Assert.Equal("4", Ask(client, "SYST:NOD?"));
            Assert.Equal("0,\"No error\"", Ask(client, "SYST:ERR?"));
            Assert.Equal("1", Ask(client, "*OPC?"));
        }
    }

    [Fact]
    public void A_device_clear_ends_an_answer_that_nobody_takes()
    {
        using ServedBoard served = SeatTests.NewBoard();
        using TcpBoardServer server = new(served, 0);
        using Socket client = Connect(server.Port);
        using Socket control = Connect(ControlPort(client));
        client.SendTimeout = 500;
        try
        {
            while (true)
                client.Send(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("SYST:HELP:HEAD?\n", 100))));
        }
        catch (SocketException)
        {
            // Both directions are full. Read what is there, for the server looks after what was sent meanwhile too.
        }

        Assert.Equal("DCL", Ask(control, "DCL"));
        ReadAway(client);
        Assert.Equal("DCL", Ask(control, "DCL"));
        ReadAway(client);
        client.Send("\n"u8);
        ReadAway(client);
        Assert.Equal("4", Ask(client, "SYST:NOD?"));
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nDCL\nDCL\n")]
    [InlineData("dcl\n")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Anything_else_ends_the_control_connection(string said)
    {
        using ServedBoard served = SeatTests.NewBoard();
        using TcpBoardServer server = new(served, 0);
        using Socket control = Connect(server.ControlPort);
        control.Send(Encoding.ASCII.GetBytes(said));
        int count = 0;
        try
        {
            count = control.Receive(new byte[16]);
        }
        catch (SocketException e)
        {
            Assert.Equal(SocketError.ConnectionReset, e.SocketErrorCode);
        }

        Assert.Equal(0, count);
    }

    [Fact]
    public void A_serial_line_has_no_control_connection()
    {
        using ServedBoard served = SeatTests.NewBoard();
        using BoardClient.HopfieldBoard board = new(new InProcessLink(served, "test"), BoardClient.HopfieldBoard.NewTag());
        Assert.Equal("0", board.Say("SYST:COMM:TCP:CONT?"));
    }

    private static int ControlPort(Socket client) => int.Parse(Ask(client, "SYST:COMM:TCP:CONT?"), CultureInfo.InvariantCulture);

    private static void ReadAway(Socket socket)
    {
        byte[] buffer = new byte[1 << 16];
        while (socket.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectRead))
            Assert.NotEqual(0, socket.Receive(buffer));
    }

    private static Socket Connect(int port)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 5000 };
        socket.Connect("127.0.0.1", port);
        return socket;
    }

    private static string Ask(Socket socket, string question)
    {
        socket.Send(Encoding.ASCII.GetBytes(question + "\n"));
        StringBuilder line = new();
        byte[] one = new byte[1];
        while (socket.Receive(one) == 1 && one[0] != 10)
            line.Append((char)one[0]);

        return line.ToString();
    }
}
