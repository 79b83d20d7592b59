package io.tandem.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the test class a migrated PostgreSQL database of its own, dropped after the last test: ask for a
 * {@link TestDatabase} in the constructor, in {@code @BeforeAll} or in a test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(TestDatabaseExtension.class)
public @interface WithDatabase {}
