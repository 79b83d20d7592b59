package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessesTest {

    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void a_process_that_lives_has_used_time_and_memory() {
        assertThat(Processes.cpuSeconds(SELF)).isPositive();
        assertThat(Processes.treeCpuSeconds(SELF)).isGreaterThanOrEqualTo(Processes.cpuSeconds(SELF) - 1);
        assertThat(Processes.residentBytes(SELF)).isGreaterThan(10_000_000);
        assertThat(Processes.coreSeconds("0")).isPositive();
    }

    @Test
    void one_that_is_gone_has_none() {
        assertThat(Processes.cpuSeconds(0)).isZero();
        assertThat(Processes.residentBytes(0)).isZero();
        assertThat(Processes.coreSeconds("none")).isNaN();
    }

    @Test
    void mappings_are_counted_by_where_they_begin() {
        assertThat(Processes.residentBytes(SELF, 0, Long.MAX_VALUE)).isGreaterThan(10_000_000);
        assertThat(Processes.residentBytes(SELF, 0, 1)).isZero();
    }

    @Test
    void heaps_of_several_collectors_are_understood() {
        var serial = Jcmd.Heap.parse("""
                1234:
                DefNew     total 78656K, used 2798K [0x0000000080000000, 0x0000000085550000, 0x00000000aaaa0000)
                  eden space 69952K,   4% used [0x0000000080000000, 0x00000000802bb8d0, 0x0000000084450000)
                Tenured    total 174784K, used 10K [0x00000000aaaa0000, 0x00000000b5550000, 0x0000000100000000)
                Metaspace       used 60000K, committed 61000K, reserved 1048576K
                """);
        assertThat(serial).isEqualTo(new Jcmd.Heap(2808 * 1024, 0x80000000L, 0x100000000L));
        assertThat(Jcmd.Heap.parse(" ZHeap           used 12M, capacity 512M, max capacity 4096M"))
                .isEqualTo(new Jcmd.Heap(12L << 20, 0, 0));
    }
}
